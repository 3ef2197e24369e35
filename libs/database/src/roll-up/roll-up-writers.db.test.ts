import { checkRollUp } from './check-roll-up';
import { foldRollUp } from './fold-roll-up';
import { rollUpRows } from './roll-up';
import { NORTH, openVisits, SOUTH, type Visits, VISITS } from './roll-up.fixtures';

jest.setTimeout(60_000);

let visits: Visits;

beforeAll(async () => {
  visits = await openVisits(24);
});

afterAll(() => visits.close());

/** Twice into the same two cells, in the order of the writer, and open until every other has written too. */
async function write(writer: number, all: () => Promise<void>): Promise<void> {
  const teams = writer % 2 === 0 ? [NORTH, SOUTH] : [SOUTH, NORTH];
  await visits.as([NORTH, SOUTH], async (tx) => {
    await tx.query(`insert into visit (team_id, on_date, alone) values ($1, '2018-05-01', true)`, [teams[0]]);
    await all();
    await tx.query(`insert into visit (team_id, on_date) values ($1, '2018-05-01')`, [teams[1]]);
  });
}

test('twenty writers of the same cells, each waiting for all others before it commits, neither queue nor deadlock', async () => {
  let waiting = 20;
  let open: () => void = () => undefined;
  const every = new Promise<void>((resolve) => (open = resolve));
  const all = (): Promise<void> => {
    waiting -= 1;
    if (waiting === 0) open();
    return every;
  };
  await Promise.all(Array.from({ length: 20 }, (_, writer) => write(writer, all)));
  expect(await visits.as(null, (tx) => tx.query(`select team_id, visits, alone from (${rollUpRows('voice', VISITS)}) r order by team_id`))).toEqual([
    { team_id: NORTH, visits: 20, alone: 10 },
    { team_id: SOUTH, visits: 20, alone: 10 },
  ]);
});

test('folds at once, and writers meanwhile, lose nothing and count nothing twice', async () => {
  const writers = Array.from({ length: 12 }, (_, writer) => write(writer, () => Promise.resolve()));
  const folds = Array.from({ length: 6 }, () => visits.as(null, (tx) => foldRollUp(tx, 'voice', VISITS)));
  await Promise.all([...writers, ...folds]);
  expect(await visits.as(null, (tx) => checkRollUp(tx, 'voice', VISITS))).toEqual([]);
  await visits.as(null, (tx) => foldRollUp(tx, 'voice', VISITS));
  expect(await visits.as(null, (tx) => tx.query('select sum(visits)::int as n from visits_made'))).toEqual([{ n: 64 }]);
  expect(await visits.as(null, (tx) => tx.query('select from visits_made_change'))).toEqual([]);
});
