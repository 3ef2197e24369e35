import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AUDIT_RELEASES } from '@qaf/casework';
import { machine, nobody, type Viewer } from '@qaf/identity';
import { loadDemonstration, openGraph, type OpenGraph, publishDue, STORES } from '@qaf/platform';
import { periodByCode, quartersOf } from '@qaf/release';
import type { FinestCount, Lattice, Members, ReleasedCell, ReleaseMade, Statistic } from '@qaf/statistics';
import { TEST_SECRET, testDatabase } from '@qaf/testing';
import { publishResults, VOICE_RELEASES } from '@qaf/voice';
import { pino } from 'pino';
import { Client } from 'pg';

/** All releases of a statistic, oldest first: cells as a member reads them, beside the truth that the judge alone knows. */
export interface StatisticReleased {
  statistic: Statistic;
  made: ReleaseMade[];
}

/** The day on which the three years of the authority end: a quarter and a year have just ended. */
const AS_OF = '2019-03-31';
const NOW = new Date('2019-04-20T10:00:00Z');

/** Somebody who may read what everyone may, and sees no row of any kind. */
const MEMBER: Viewer = { ...nobody('attack'), personId: randomUUID(), displayName: 'A member', grants: [{ role: 'elected_member', scope: 'self', scopeId: null }] };

/** Loads the demonstration authority into a database of its own, publishes all that is due, and reads it. The database is gone afterwards. */
export async function demonstrationReleased(scale: number): Promise<StatisticReleased[]> {
  const database = await testDatabase(STORES);
  const dataDir = await mkdtemp(join(tmpdir(), 'qaf-attack-demonstration-'));
  const graph = await openGraph({ databaseUrl: database.adminUrl, dataDir, secret: TEST_SECRET, logger: pino({ level: 'silent' }), now: () => NOW, quiet: true });
  try {
    await loadDemonstration(graph, { scale, asOf: AS_OF });
    await publishDue(graph, NOW);
    await publishResults(() => graph.subgraphs.voice.unit(machine('machine_report', 'attack'), 'publishResults'), NOW);
    return [...(await released(graph, 'casework', database.adminUrl)), ...(await released(graph, 'voice', database.adminUrl))];
  } finally {
    await graph.close();
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

interface Release {
  id: string;
  statistic: string;
  period: string;
  lattice: Lattice;
  title: string;
}

interface Cell {
  id: string;
  table: string;
  place: string;
  category: string;
  value: number | null;
}

async function released(graph: OpenGraph, name: 'casework' | 'voice', adminUrl: string): Promise<StatisticReleased[]> {
  const reader = graph.subgraphs[name].unit(MEMBER, 'attack');
  const releases = await reader.query<Release>(`select id, statistic, period, lattice, provenance ->> 'title' as title from release order by statistic, released_at, version`);
  const cells = Map.groupBy(await reader.query<Cell>('select release_id as id, table_code as "table", place, category, value from release_cell'), ({ id }) => id);
  await reader.end();
  const truths = await truthsOf(name, adminUrl);
  return [...Map.groupBy(releases, ({ statistic }) => statistic)].map(([code, list]) => ({
    statistic: declared(code, list),
    made: list.map((one): ReleaseMade => ({
      period: one.period, quarters: quartersOf(periodByCode(one.period)).map((quarter) => quarter.code), lattice: one.lattice,
      members: truths.get(one.id)?.members ?? {}, finest: truths.get(one.id)?.finest ?? [],
      cells: (cells.get(one.id) ?? []).map(({ table, place, category, value }): ReleasedCell => ({ table, at: JSON.parse(place) as Record<string, string>, category, value })),
    })),
  }));
}

interface Truth {
  id: string;
  members: Members;
  finest: FinestCount[];
}

/** Behind the application’s back: what was counted, with what each insider knows of it. */
async function truthsOf(schema: string, adminUrl: string): Promise<Map<string, Truth>> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  const { rows } = await admin.query<Truth>(`select release_id as id, members, finest from ${schema}.release_truth`);
  await admin.end();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Of the results of questionnaires each question is a statistic: nobody sees rows, and groups that are all alike are hidden. */
function declared(code: string, releases: readonly Release[]): Statistic {
  const own = [...AUDIT_RELEASES, ...VOICE_RELEASES].find(({ statistic }) => statistic.code === code)?.statistic;
  const [first] = releases;
  if (own) return own;
  if (!first || code.split('/').length !== 3) throw new Error('It is not known what was declared of a statistic.');
  const rule = { hiddenUpTo: 5, leastRange: 5, validFrom: '2010-04-01', source: 'As results declare it' };
  return { ...first.lattice, code, version: 1, title: first.title, definition: first.title, periods: ['QUARTER', 'BUSINESS_YEAR'], rule, minimumStep: 10, allAlike: 'HIDDEN', insiders: [] };
}

/** Releases by what they share quarters with: each such family is attacked as one, and no other tells anything of it. */
export function families(made: readonly ReleaseMade[]): ReleaseMade[][] {
  const found: ReleaseMade[][] = [];
  for (const one of made) {
    const linked = found.filter((family) => family.some(({ quarters }) => quarters.some((quarter) => one.quarters.includes(quarter))));
    for (const family of linked) found.splice(found.indexOf(family), 1);
    found.push([...linked.flat(), one].sort((a, b) => made.indexOf(a) - made.indexOf(b)));
  }
  return found;
}
