// A relay in a process of its own, for the story in which it is killed. It says what it was given and never ends a delivery.
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const { transformSync } = require('@swc/core');
const swc = require('../../../../.swcrc.json');

require.extensions['.ts'] = (module, filename) => {
  module._compile(transformSync(readFileSync(filename, 'utf8'), { ...swc, filename, swcrc: false, sourceMaps: false }).code, filename);
};
const resolve = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) => resolve(request.replace(/^@qaf\/(.*)$/, join(__dirname, '../../../$1/src/index.ts')), ...rest);
require('reflect-metadata');
const { EventRelay } = require('./event-relay.ts');

const quiet = () => undefined;
const [url, type] = process.argv.slice(2);
const relay = new EventRelay({
  from: 'casework',
  url,
  routes: { [type]: ['governance'] },
  logger: { info: quiet, warn: quiet, error: quiet },
  deliver: (_to, event) => {
    process.send(event.id);
    return new Promise(quiet);
  },
});
relay.start();
