// A process of its own that asks at an even rate over kept connections, so that what it measures is not its own waiting.
// node asker.cjs <json: { url, token, body, perSecond, seconds, connections }>; prints one JSON list of replies.
const http = require('node:http');
const { performance } = require('node:perf_hooks');

const { url, token, body, perSecond, seconds, connections } = JSON.parse(process.argv[2]);
const agent = new http.Agent({ keepAlive: true, maxSockets: connections, scheduling: 'fifo' });
const target = new URL('/graphql', url);
const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'content-length': Buffer.byteLength(body) };
const replies = [];

function ask() {
  return new Promise((resolve) => {
    const sent = performance.now();
    const done = (status, text, retryAfter) => {
      const errors = text.match(/"code":"[A-Z_]+"/g) ?? [];
      replies.push([status, Math.round(performance.now() - sent), [...new Set(errors.map((one) => one.slice(8, -1)))].sort().join(), retryAfter ?? null]);
      resolve();
    };
    const request = http.request(target, { method: 'POST', agent, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part) => (text += part));
      answer.on('end', () => done(answer.statusCode, text, answer.headers['retry-after']));
    });
    request.on('error', () => done(0, ''));
    request.end(body);
  });
}

async function main() {
  const pending = [];
  const start = performance.now();
  for (let sent = 0; performance.now() - start < seconds * 1_000; ) {
    for (const due = ((performance.now() - start) * perSecond) / 1_000; sent < due; sent += 1) pending.push(ask());
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await Promise.all(pending);
  process.stdout.write(JSON.stringify(replies));
  agent.destroy();
}

main();
