import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { insertRows } from '@qaf/database';
import { GUARD_DEFAULTS } from '@qaf/gateway';
import { issueDevelopmentToken, machine } from '@qaf/identity';
import { gatewayOver, openGraph, type OpenGraph, seed } from '@qaf/platform';
import { pino } from 'pino';
import { Client } from 'pg';

/** A whole platform on a server of its own, whose files, logs and rows are all within reach. */
export interface Scene {
  graph: OpenGraph;
  admin: Client;
  /** Every line that the platform logged, at its most talkative. */
  log: string[];
  setNow(now: string): void;
  ask(person: 'quality' | null, query: string, variables: object): Promise<Record<string, Record<string, unknown>>>;
  close(): Promise<void>;
}

const SUBJECT = 'attack:quality';

export async function openScene(): Promise<Scene> {
  const dataDir = await mkdtemp(join(tmpdir(), 'qaf-attack-'));
  let now = new Date('2018-10-01T09:00:00Z');
  const log: string[] = [];
  const logger = pino({ level: 'trace' }, { write: (line: string) => void log.push(line) });
  const graph = await openGraph({ databaseUrl: undefined, dataDir, secret: 'a secret for the attack on anonymous answers', logger, now: () => now });
  await seed(graph);
  await someoneOfQuality(graph);
  const gateway = await gatewayOver(graph, { identity: { kind: 'development' }, dataDir, production: false, logger, guard: { ...GUARD_DEFAULTS, guessesPerMinute: 1_000_000 } });
  await gateway.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(gateway.server.address() as AddressInfo).port}/graphql`;
  const token = await issueDevelopmentToken({ subject: SUBJECT, dataDir });
  const admin = new Client({ connectionString: graph.server.adminUrl });
  await admin.connect();
  // Nothing of the write-ahead log is cleared away while it is evidence.
  await admin.query(`alter system set wal_keep_size = '1GB'`);
  await admin.query('select pg_reload_conf()');
  return {
    graph, admin, log,
    setNow: (text) => void (now = new Date(text)),
    ask: async (person, query, variables) => {
      const headers = { 'content-type': 'application/json', ...(person && { authorization: `Bearer ${token}` }) };
      const answer = (await (await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })).json()) as { data: Record<string, Record<string, unknown>>; errors?: object[] };
      if (answer.errors) throw new Error(JSON.stringify(answer.errors));
      return answer.data;
    },
    close: async () => {
      await admin.end();
      await gateway.close();
      await graph.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function someoneOfQuality(graph: OpenGraph): Promise<void> {
  const id = randomUUID();
  await graph.subgraphs.workforce.unit(machine('machine_import', 'attack'), 'attack').command(async (tx) => {
    await insertRows(tx, 'worker', [{ id, staff_number: 'Q1', display_name: 'Quilla Marden', job_title: 'Quality' }]);
    await insertRows(tx, 'person', [{ id, subject: SUBJECT, email: 'q@example.org', display_name: 'Quilla Marden', kind: 'STAFF', worker_id: id, active_from: '2018-01-01' }]);
    await insertRows(tx, 'role_assignment', [{ id: randomUUID(), person_id: id, role: 'qpa_officer', scope: 'authority', valid_from: '2018-01-01' }]);
  });
}

/**
 * A version of the questionnaire in which each of so many answers can be told from every other, so that whoever judges the
 * attack knows which is whose: a question with as many options, another like it, and one in own words.
 */
export async function publishTellingVersion(graph: OpenGraph, options: readonly string[]): Promise<void> {
  await graph.subgraphs.voice.unit(machine('machine_import', 'attack'), 'attack').command(async (tx) => {
    const [old] = await tx.query<{ id: string; questionnaire_id: string }>(`select v.id, v.questionnaire_id from questionnaire_version v join questionnaire n on n.id = v.questionnaire_id where n.code = 'cp-plan-end'`);
    const id = randomUUID();
    await insertRows(tx, 'questionnaire_version', [{ id, questionnaire_id: old?.questionnaire_id, number: 2, state: 'DRAFT' }]);
    await insertRows(tx, 'questionnaire_wording', [{ id: randomUUID(), version_id: id, language: 'en', variant: 'STANDARD', title: 'How was it?', introduction: 'All questions.', help: 'Childline: 0800 1111' }]);
    const labels = Object.fromEntries(options.map((option) => [option, option]));
    for (const [position, key, kind] of [[1, 'first', 'CHOICE'], [2, 'second', 'CHOICE'], [3, 'words', 'TEXT']] as const) {
      const question = { id: randomUUID(), version_id: id, position, key, kind, options: kind === 'TEXT' ? [] : options, help_values: [] };
      await insertRows(tx, 'questionnaire_question', [question]);
      await insertRows(tx, 'question_wording', [{ id: randomUUID(), question_id: question.id, language: 'en', variant: 'STANDARD', text: key, options: kind === 'TEXT' ? {} : labels }]);
    }
    await tx.query(`update questionnaire_version set state = 'RETIRED', retired_on = '2018-09-30' where id = $1`, [old?.id]);
    await tx.query(`update questionnaire_version set state = 'PUBLISHED', published_on = '2018-09-30' where id = $1`, [id]);
  });
}
