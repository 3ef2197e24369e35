import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openingStatement } from '@qaf/database';
import { cachedStanding } from '@qaf/gateway';
import { Subgraph, uuidOf } from '@qaf/graph';
import { developmentVerifier, holds, type Viewer, viewerSource } from '@qaf/identity';
import { DEFINITIONS } from '@qaf/platform';
import { standingAsked } from '@qaf/workforce';
import { Pool } from 'pg';
import type { Question } from '../operations';
import { PLAN } from './plan-statement';
import { READS } from './read-statements';

interface Statement {
  name: string;
  text: string;
  values: unknown[];
}

/**
 * The limit: a bare HTTP server, one hand-written statement for each operation, and the same security: the token is
 * checked, the viewer set, the rows under the same rules, and what is given out or changed is on record before it is answered.
 */
async function main(): Promise<void> {
  const { url, workforceUrl, dataDir } = JSON.parse(process.env['BENCH_SETTINGS'] ?? '{}') as { url: string; workforceUrl: string; dataDir: string };
  const workforce = await Subgraph.open(DEFINITIONS.workforce, { url: workforceUrl, poolSize: 1 });
  const viewerOf = viewerSource({ verify: developmentVerifier(dataDir), standingOf: cachedStanding((subject) => standingAsked(workforce, subject, new Date()), { ttlMs: 5_000, graceMs: 60_000 }) });
  const pool = new Pool({ connectionString: url, max: 10, pipeline: true } as never);
  pool.on('error', () => undefined);
  const server = createServer((request, response) => {
    void bodyOf(request)
      .then(async (question) => answerOf(pool, await viewerOf({ authorization: request.headers.authorization }, randomUUID()), question))
      .then((body) => response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }).end(body))
      .catch((error: Error) => response.writeHead(500).end(error.message));
  });
  server.keepAliveTimeout = 600_000;
  server.listen(0, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql\n`));
  process.once('disconnect', () => process.exit(0));
}

async function bodyOf(request: IncomingMessage): Promise<Question> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString('utf8')) as Question;
}

/** Three messages in one round trip: the viewer, the statement, the commit. */
async function answerOf(pool: Pool, viewer: Viewer, question: Question): Promise<string> {
  const statement = statementFor(viewer, question);
  const client = await pool.connect();
  try {
    const sent = [client.query(openingStatement(viewer)), client.query<{ body: string }>(statement), client.query('commit')] as const;
    const [, { rows }] = await Promise.all(sent);
    if (!rows[0]) throw new Error('refused');
    return rows[0].body;
  } finally {
    client.release();
  }
}

function statementFor(viewer: Viewer, { operationName, variables }: Question): Statement {
  if (operationName === 'Plan') return planned(viewer, variables['input'] as Record<string, string>);
  const name = operationName === 'Audits' && holds(viewer, 'qpa_officer') ? 'AllAudits' : (operationName as keyof typeof READS);
  const given = variables['id'] ?? variables['team'];
  const type = { Worker: 'Worker', Manager: 'Team', Timeline: 'Child', Audits: '', AllAudits: '' }[name];
  return { name, text: READS[name], values: given === undefined ? [] : [uuidOf(type, String(given))] };
}

function planned(viewer: Viewer, input: Record<string, string>): Statement {
  const workerId = uuidOf('Worker', input['workerId'] ?? '') ?? '';
  if (!viewer.workers.includes(workerId)) throw new Error('not in charge');
  const fingerprint = createHash('sha256').update(`planSupervision ${JSON.stringify(input)}`).digest('hex');
  return { name: 'Plan', text: PLAN, values: [viewer.personId, input['idempotencyKey'], fingerprint, workerId, input['plannedFor'], input['kind'], randomUUID(), viewer.workerId] };
}

main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
