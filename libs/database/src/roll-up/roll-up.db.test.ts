import fc from 'fast-check';
import { withClient } from '../client';
import { checkRollUp, rebuildRollUp } from './check-roll-up';
import { foldRollUp } from './fold-roll-up';
import { rollUpRows } from './roll-up';
import { NORTH, openVisits, SOUTH, THEMES, type Visits, VISITS } from './roll-up.fixtures';

jest.setTimeout(60_000);

let visits: Visits;

beforeAll(async () => {
  visits = await openVisits();
});

beforeEach(() => admin('delete from voice.visit'));

afterAll(() => visits.close());

function admin(sql: string): Promise<{ rows: unknown[] }> {
  return withClient(visits.database.adminUrl, (client) => client.query(sql));
}

const sums = (rollUp = VISITS): Promise<object[]> => visits.as(null, (tx) => tx.query(`select * from (${rollUpRows('voice', rollUp)}) r order by r::text`));
const wrong = (rollUp = VISITS): Promise<object[]> => visits.as(null, (tx) => checkRollUp(tx, 'voice', rollUp));

test('facts are summed under a viewer who sees neither the sums nor the changes, moved between cells and taken away', async () => {
  await visits.as([NORTH], (tx) => tx.query(`insert into visit (team_id, on_date, alone, themes) values ('${NORTH}', '2018-03-31', true, '{a,b}'), ('${NORTH}', '2018-04-01', false, '{a}'), ('${NORTH}', '2018-04-30', true, '{}')`));
  const q4 = { team_id: NORTH, quarter: '2017-18 Q4', child_group: null };
  const q1 = { ...q4, quarter: '2018-19 Q1' };
  expect(await sums()).toEqual([{ ...q4, visits: 1, alone: 1 }, { ...q1, visits: 2, alone: 1 }]);
  expect(await sums(THEMES)).toEqual([{ theme: 'a', visits: 2 }, { theme: 'b', visits: 1 }]);
  for (const table of ['visits_made', 'visits_made_change']) expect(await visits.as([NORTH], (tx) => tx.query(`select * from ${table}`))).toEqual([]);
  expect(await visits.as([NORTH], (tx) => tx.query('select * from visits_made_counted()'))).toEqual([]);

  // The first of April goes back a day and into the other quarter; the last of April no longer happened.
  await visits.as([NORTH], (tx) => tx.query(`update visit set on_date = on_date - 1, themes = '{c}' where on_date = '2018-04-01'`));
  await visits.as([NORTH], (tx) => tx.query(`update visit set happened = false where on_date = '2018-04-30'`));
  expect(await sums()).toEqual([{ ...q4, visits: 2, alone: 1 }]);
  expect(await sums(THEMES)).toEqual([{ theme: 'a', visits: 1 }, { theme: 'b', visits: 1 }, { theme: 'c', visits: 1 }]);
  await visits.as([NORTH], (tx) => tx.query('delete from visit where alone'));
  expect(await sums()).toEqual([{ ...q4, visits: 1, alone: 0 }]);
  expect([...(await wrong()), ...(await wrong(THEMES))]).toEqual([]);
});

test.each([
  ['add to the sums', `insert into visits_made (visits, alone) values (1, 1)`],
  ['add a change', `insert into visits_made_change (visits, alone) values (1, 1)`],
  ['empty the facts at one stroke', 'truncate visit'],
])('the application cannot %s', async (_, sql) => {
  await expect(visits.as([NORTH, SOUTH], (tx) => tx.query(sql))).rejects.toMatchObject({ driverError: { code: '42501' } });
});

test('facts are not emptied behind their sums, whoever tries', async () => {
  await expect(admin('truncate voice.visit')).rejects.toMatchObject({ code: '23001' });
});

test('a change that no fact was written for is found, and a rebuild puts it right while somebody writes', async () => {
  await visits.as([SOUTH], (tx) => tx.query(`insert into visit (team_id, on_date, alone) values ('${SOUTH}', '2018-05-01', true)`));
  await admin(`alter table voice.visit disable trigger user; insert into voice.visit (team_id, on_date, child_group) values ('${SOUTH}', '2018-08-01', 'x'); alter table voice.visit enable trigger user`);
  await admin(`insert into voice.visits_made_change (team_id, quarter, visits, alone) values ('${SOUTH}', '2018-19 Q1', 5, 0)`);
  const cell = { team_id: SOUTH, quarter: '2018-19 Q1', child_group: null };
  const q2 = { ...cell, quarter: '2018-19 Q2', child_group: 'x' };
  const found = [{ ...cell, visits_kept: 6, visits_counted: 1, alone_kept: 1, alone_counted: 1 }, { ...q2, visits_kept: 0, visits_counted: 1, alone_kept: 0, alone_counted: 0 }];
  expect((await wrong()).sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? 1 : -1)).reverse()).toEqual(found);
  const mended = visits.as([SOUTH], async (tx) => {
    await tx.query(`insert into visit (team_id, on_date) values ('${SOUTH}', '2018-05-02')`);
    return visits.as(null, (machine) => rebuildRollUp(machine, 'voice', VISITS));
  });
  expect(await mended).toBe(2);
  expect(await wrong()).toEqual([]);
  expect(await sums()).toEqual([{ ...cell, visits: 2, alone: 1 }, { ...q2, visits: 1, alone: 0 }]);
  expect(await visits.as(null, (tx) => rebuildRollUp(tx, 'voice', VISITS))).toBe(0);
});

test('folding changes nothing that is read, and leaves no cell of nothing behind', async () => {
  await visits.as([NORTH], (tx) => tx.query(`insert into visit (team_id, on_date, source_key) select '${NORTH}', date '2018-05-01' + n, 'k' || n from generate_series(1, 100) n`));
  await visits.as([NORTH], (tx) => tx.query(`delete from visit where on_date >= '2018-07-01'`));
  const before = await sums();
  expect(await visits.as(null, (tx) => foldRollUp(tx, 'voice', VISITS))).toBeGreaterThan(0);
  expect(await sums()).toEqual(before);
  expect(await visits.as(null, (tx) => tx.query(`select quarter, visits from visits_made`))).toEqual([{ quarter: '2018-19 Q1', visits: 60 }]);
  expect(await visits.as(null, (tx) => foldRollUp(tx, 'voice', VISITS))).toBe(0);
});

/** What a person does next: who, to which of ten keyed facts, and what. */
const step = fc.record({
  act: fc.constantFrom('add', 'replay', 'upsert', 'change', 'move', 'remove', 'undo', 'fold', 'rebuild'),
  who: fc.constantFrom('north', 'south', 'both', 'nobody'),
  keys: fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 }),
  team: fc.constantFrom(NORTH, SOUTH),
  day: fc.constantFrom('2018-01-01', '2018-03-31', '2018-04-01', '2018-06-30', '2018-09-30'),
  alone: fc.constantFrom(true, false, null),
  group: fc.constantFrom('a', 'b', null),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
const TEAMS: Record<string, string[]> = { north: [NORTH], south: [SOUTH], both: [NORTH, SOUTH], nobody: [] };

async function take({ act, who, keys, team, day, alone, group }: Step): Promise<void> {
  if (act === 'fold') return void (await visits.as(null, (tx) => foldRollUp(tx, 'voice', VISITS)));
  if (act === 'rebuild') return void expect(await visits.as(null, (tx) => rebuildRollUp(tx, 'voice', VISITS))).toBe(0);
  const named = keys.map((key) => `k${key}`);
  const facts = `insert into visit (team_id, on_date, alone, child_group, themes, source_key) select $1, $2, $3, $4, array[coalesce($4, 'none')], k from unnest($5::text[]) k`;
  const values = [team, day, alone, group, named];
  const sql: Record<string, [string, unknown[]]> = {
    add: [`${facts} on conflict do nothing`, values],
    replay: [`${facts} on conflict do nothing`, values],
    upsert: [`${facts} on conflict (source_key) do update set on_date = excluded.on_date, alone = excluded.alone, team_id = excluded.team_id`, values],
    change: [`update visit set on_date = $1, alone = $2, happened = not happened, child_group = $3 where source_key = any($4)`, [day, alone, group, named]],
    move: [`update visit set team_id = $1 where source_key = any($2)`, [team, named]],
    remove: [`delete from visit where source_key = any($1)`, [named]],
    undo: [`${facts} on conflict do nothing`, values],
  };
  const [text, params] = sql[act]!;
  // What the row rules refuse leaves no trace, nor does what is undone.
  await visits.as(TEAMS[who]!, async (tx) => {
    await tx.query(text, params);
    if (act === 'undo') throw new Error('undone');
  }).catch(() => undefined);
}

interface Fact { team: string; day: string; alone: boolean | null; group: string | null; happened: boolean; themes: string[] }

/** The sums as a person would tally them: a third way of counting. */
function tally(facts: Fact[]): object[] {
  const cells = new Map<string, { visits: number; alone: number }>();
  for (const { team, day, alone, group } of facts.filter(({ happened }) => happened)) {
    const quarter = day < '2018-04-01' ? '2017-18 Q4' : day < '2018-07-01' ? '2018-19 Q1' : '2018-19 Q2';
    const key = JSON.stringify({ team_id: team, quarter, child_group: group });
    const cell = cells.get(key) ?? { visits: 0, alone: 0 };
    cells.set(key, { visits: cell.visits + 1, alone: cell.alone + (alone ? 1 : 0) });
  }
  return inOrder([...cells].map(([key, cell]) => ({ ...(JSON.parse(key) as object), ...cell })));
}

const inOrder = (rows: object[]): object[] => rows.map((row) => JSON.stringify(row)).sort().map((text) => JSON.parse(text) as object);

test('added, changed, moved, removed, replayed, undone and folded at random, by people of different teams: the sums equal the facts after each step', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 12 }), async (steps) => {
      await admin('delete from voice.visit');
      for (const one of steps) {
        await take(one);
        const { rows } = await admin(`select team_id as team, on_date::text as day, alone, child_group as "group", happened, themes from voice.visit`);
        expect(inOrder(await sums())).toEqual(tally(rows as Fact[]));
        expect([...(await wrong()), ...(await wrong(THEMES))]).toEqual([]);
      }
    }),
    { numRuns: 12 },
  );
});
