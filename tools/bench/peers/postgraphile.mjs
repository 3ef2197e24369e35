// PostGraphile 5 on the same tables, as the viewer under the same row rules. It writes no record of access, and needs to be told how the schemas hang together.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { grafserv } from 'postgraphile/grafserv/node';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { jsonPgSmartTags } from 'postgraphile/utils';
import { ready, viewers } from './viewer.mjs';

const { viewerSettings } = createRequire(import.meta.url)('../../../dist/libs/database/src/index.js');
const settings = JSON.parse(process.env.BENCH_SETTINGS);
const viewerOf = viewers({ dataDir: settings.dataDir, workforce: settings.subgraphs.workforce, secret: settings.secret });

const foreign = (...keys) => ({ tags: { foreignKey: keys } });
const links = {
  version: 1,
  config: {
    class: {
      'casework.audit': foreign('(worker_id) references workforce.worker (id)|@fieldName worker|@foreignFieldName workerAudits', '(team_id) references workforce.team (id)|@fieldName team|@foreignFieldName teamAudits'),
      'casework.child': foreign('(worker_id) references workforce.worker (id)|@fieldName allocatedWorker|@foreignFieldName childrenAllocated', '(team_id) references workforce.team (id)|@fieldName team|@foreignFieldName teamChildren'),
      'voice.views_record': foreign('(child_id) references casework.child (id)|@fieldName child|@foreignFieldName views'),
      'workforce.case_discussion': foreign('(child_id) references casework.child (id)|@fieldName child|@foreignFieldName discussions'),
      'governance.action': foreign('(child_id) references casework.child (id)|@fieldName child|@foreignFieldName actions', '(owner_id) references workforce.worker (id)|@fieldName owner|@foreignFieldName ownedActions'),
    },
  },
};

const preset = {
  extends: [PostGraphileAmberPreset],
  plugins: [jsonPgSmartTags(links)],
  // It would offer no order but by what an index begins with.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [makePgService({ connectionString: settings.databaseUrl, schemas: ['workforce', 'casework', 'voice', 'governance'], pool: undefined })],
  schema: { dontSwallowErrors: false },
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false, maxRequestLength: 1_000_000 },
  grafast: {
    explain: false,
    context: async ({ node }) => ({ pgSettings: viewerSettings(await viewerOf(node.req.headers.authorization)) }),
  },
};

const server = createServer();
server.keepAliveTimeout = 600_000;
const instance = postgraphile(preset);
await instance.createServ(grafserv).addTo(server);
await instance.getSchema();
server.listen(0, '127.0.0.1', () => ready(`http://127.0.0.1:${server.address().port}/graphql`));
