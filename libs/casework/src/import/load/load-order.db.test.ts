import fc from 'fast-check';
import { Casework } from '../../casework.fixtures';
import type { ParsedImport } from '../parsed-import';
import { childRow, episodeRow, load, reviewRow, visitRow } from './parsed.fixtures';

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const day = fc.integer({ min: 1, max: 28 }).map((number) => `2021-02-${String(number).padStart(2, '0')}`);
const name = maybe(fc.constantFrom('ada fixture', 'ben fixture', 'jo twice', 'nobody known'));
const team = maybe(fc.constantFrom('north team', 'south team', 'gone team'));
const reference = fc.constantFrom('1', '2');

const episode = fc
  .record({ reference, kind: fc.constantFrom('CP', 'CIN' as const), startedOn: day, lasts: maybe(day), workerName: name, teamName: team, row: fc.integer({ min: 2, max: 99 }) })
  .map(({ reference: child, kind, startedOn, lasts, workerName, teamName, row }) =>
    episodeRow(child, { kind, startedOn, endedOn: lasts !== null && lasts >= startedOn ? lasts : null, workerName, teamName, source: { list: 'List 7', row } }),
  );

/** A file as a parser gives it: each child and each source key once. */
const file = fc.record({
  children: fc.tuple(...['1', '2'].map((child) => fc.record({ gender: maybe(fc.constantFrom('F', 'M', 'U')), disabled: maybe(fc.boolean()) }).map((more) => childRow(child, more)))),
  episodes: fc.uniqueArray(episode, { selector: (one) => one.sourceKey, minLength: 4, maxLength: 10 }),
  meetings: fc.uniqueArray(fc.tuple(reference, day, maybe(fc.constantFrom('PN1', 'PN6'))), { selector: ([child, on]) => child + on, maxLength: 4 }).map((all) => all.map(([child, heldOn, participationCode]) => reviewRow(child, heldOn, { participationCode }))),
  visits: fc.uniqueArray(fc.tuple(reference, day, maybe(fc.boolean())), { selector: ([child, on]) => child + on, maxLength: 4 }).map((all) => all.map(([child, on, seenAlone]) => visitRow(child, on, { seenAlone }))),
});
type File = Pick<ParsedImport, 'children' | 'episodes' | 'meetings' | 'visits'>;

/** The same file about children of another name, so that one database serves many tries. */
function about(prefix: string, { children, episodes, meetings, visits }: File): File {
  const renamed = <Row extends { reference: string }>(rows: Row[]) =>
    rows.map((row) => ({ ...row, reference: prefix + row.reference, ...('sourceKey' in row && { sourceKey: `${prefix}|${row.sourceKey as string}` }) }));
  return { children: renamed(children), episodes: renamed(episodes), meetings: renamed(meetings), visits: renamed(visits) };
}

function shuffled({ children, episodes, meetings, visits }: File): fc.Arbitrary<File> {
  const any = <Row>(rows: Row[]) => fc.shuffledSubarray(rows, { minLength: rows.length });
  return fc.record({ children: any(children), episodes: any(episodes), meetings: any(meetings), visits: any(visits) });
}

const told = file.chain((one) => fc.tuple(fc.constant(one), shuffled(one), fc.integer({ min: 1, max: 3 })));
const twoFiles = fc.tuple(told, told);

let casework: Casework;
let tries = 0;
beforeAll(async () => {
  casework = await Casework.open();
}, 60_000);
afterAll(() => casework.close(), 60_000);

/** Everything held about the children of a prefix, with each row's version, without ids. */
async function held(prefix: string): Promise<unknown> {
  const of = (table: string, columns: string) =>
    casework.behind(`select substr(c.case_reference, ${prefix.length + 1}) as child, ${columns} from casework.${table} t join casework.child c on c.id = t.child_id where c.case_reference like '${prefix}%' order by t::text collate "C"`);
  const sorted = async (rows: Promise<object[]>) => (await rows).map((row) => JSON.stringify(row)).sort();
  return {
    children: await sorted(casework.behind(`select substr(case_reference, ${prefix.length + 1}) as child, gender, disabled, worker_id, team_id, version from casework.child where case_reference like '${prefix}%'`)),
    allocations: await sorted(of('child_allocation', 't.worker_id, t.team_id, t.valid_from::text, t.valid_to::text, t.version')),
    episodes: await sorted(of('episode', 't.kind, t.started_on::text, t.ended_on::text, t.version')),
    meetings: await sorted(of('case_meeting', 't.held_on::text, t.participation_code, t.version')),
    visits: await sorted(of('visit', 't.visited_on::text, t.told_seen_alone, t.version')),
  };
}

test('rows in any order, and each file as often as one likes, end in the same state', async () => {
  await fc.assert(
    fc.asyncProperty(twoFiles, async (files) => {
      tries += 1;
      const [plain, mixed] = [`A${tries}-`, `B${tries}-`];
      for (const [index, [one, other, times]] of files.entries()) {
        const asAt = `2021-0${index + 3}-15`;
        await load(casework, about(plain, one), { asAt });
        for (let time = 0; time < times; time += 1) await load(casework, about(mixed, time % 2 === 0 ? other : one), { asAt });
      }
      expect(await held(mixed)).toEqual(await held(plain));
    }),
    { numRuns: 25, endOnFailure: true },
  );
}, 120_000);
