import type { Viewer } from '@qaf/identity';
import { Authority } from '../workforce.fixtures';
import { smallAuthority } from './small-authority.fixtures';

let authority: Authority;
let director: Viewer;
let hr: Viewer;
let worker: Viewer;

beforeAll(async () => {
  authority = await Authority.open();
  await authority.person('Dara', { roles: [['director', 'authority']] });
  await authority.person('Hera', { roles: [['hr_officer', 'authority']] });
  await authority.person('Noor', { roles: [['practitioner', 'self']] });
  const ids = await smallAuthority(authority);
  const absence = (name: string, reason: string, from: string, back: string | null) =>
    authority.load(`insert into worker_absence (worker_id, reason_code, started_on, returned_on) values ($1, $2, $3, $4)`, [ids[name], reason, from, back]);
  await absence('Ada', 'SICKNESS', '2025-05-05', '2025-05-12');
  await absence('Ben', 'SICKNESS', '2025-06-26', null);
  await absence('Cas', 'MATERNITY', '2025-09-01', null);
  await absence('Gus', 'SICKNESS', '2025-08-28', '2025-09-03');
  await absence('Gus', 'SICKNESS', '2025-10-06', '2025-10-08');
  [director, hr, worker] = [await authority.viewer('Dara'), await authority.viewer('Hera'), await authority.viewer('Noor')];
}, 60_000);
afterAll(() => authority.close());

const YEAR = 'from: "2024-10-01", before: "2025-10-01"';
const MEASURES = ['headcount', 'fte', 'establishment', 'vacancies', 'vacancyRate', 'starters', 'leavers', 'turnoverRate', 'agency', 'agencyRate'];
const FIELDS = MEASURES.map((name) => `${name} { numerator denominator n }`).join(' ');

type Figures = Record<string, [numerator: number, n: number] | [numerator: number, denominator: number, n: number]>;

function figures(answer: Record<string, { numerator: number; denominator: number | null; n: number }>): Figures {
  return Object.fromEntries(MEASURES.map((name) => {
    const { numerator, denominator, n } = answer[name] as { numerator: number; denominator: number | null; n: number };
    return [name, denominator === null ? [numerator, n] : [numerator, denominator, n]];
  }));
}

async function staffing(args: string): Promise<{ whole: Figures; services: Record<string, Figures>; teams: Record<string, Figures> }> {
  const { data, errors } = await authority.ask(director, `{ staffing(${args}) { ${FIELDS} } services { code staffing(${args}) { ${FIELDS} } } teams { edges { node { code staffing(${args}) { ${FIELDS} } } } } }`);
  expect(errors).toEqual([]);
  const byCode = (rows: { code: string; staffing: never }[]) => Object.fromEntries(rows.map((row) => [row.code, figures(row.staffing)]));
  return { whole: figures(data.staffing), services: byCode(data.services), teams: byCode(data.teams.edges.map((edge: { node: never }) => edge.node)) };
}

/*
 * On 30 September 2025, by hand from the fixture (hours in thousandths):
 *   north, employed: Ada 800 (hours changed on 1 April), Eve 600 (it is her last day), Gus 1000 (acting up into NM) = 3 people, 2400.
 *   south, employed: Cas 1000 (transferred on 1 August) = 1 person, 1000; Gus, whose own post S2 is, counts where he acts.
 *   open posts: north N1 N2 N3 NM 1000 each and N4 600 = 5, 4600; south S1 S2 1000 each, S3 800 = 3, 2800; S4 closed on 31 May.
 *   vacant: north N2 1000 (Ben left, Ned comes on 1 October), N3 1000 (Dov is an agency's), NM 1000 (Fay left; Gus acts) = 3, 3000;
 *           south S3 800 (never filled) = 1, 800; S2 is kept for Gus.
 *   vacancy rate = vacant / (vacant + employed): north 3000 / 5400; south 800 / 1800; together 3800 / 7200.
 *   started in the year: north Cas 1000, Eve 600 = 2, 1600; south none: Cas came by transfer. Dov and Moe are an agency's.
 *   left in the year: north Ben 1000, Eve 600, Fay 1000 = 3, 2600; south Ida 1000 = 1, 1000; Jon's last day was in the year before.
 *   turnover = left / employed at the end: north 2600 / 2400 (more left than stayed); south 1000 / 1000; together 3600 / 3400.
 *   agency: north Dov 500 = 1, 500; rate 500 / (500 + 2400) = 500 / 2900; south 0 / 1000; together 500 / 3900.
 */
test('a year’s measures agree with those worked out by hand, for teams, a service and the whole', async () => {
  const { whole, services, teams } = await staffing(YEAR);
  expect(teams['north']).toEqual({
    headcount: [3, 3], fte: [2400, 3], establishment: [4600, 5], vacancies: [3000, 3], vacancyRate: [3000, 5400, 3], starters: [1600, 2], leavers: [2600, 3], turnoverRate: [2600, 2400, 3], agency: [500, 1], agencyRate: [500, 2900, 1],
  });
  expect(teams['south']).toEqual({
    headcount: [1, 1], fte: [1000, 1], establishment: [2800, 3], vacancies: [800, 1], vacancyRate: [800, 1800, 1], starters: [0, 0], leavers: [1000, 1], turnoverRate: [1000, 1000, 1], agency: [0, 0], agencyRate: [0, 1000, 0],
  });
  const together: Figures = {
    headcount: [4, 4], fte: [3400, 4], establishment: [7400, 8], vacancies: [3800, 4], vacancyRate: [3800, 7200, 4], starters: [1600, 2], leavers: [3600, 4], turnoverRate: [3600, 3400, 4], agency: [500, 1], agencyRate: [500, 3900, 1],
  };
  expect(services['assessment']).toEqual(together);
  // The hub's one post is no social worker's: the return leaves it out.
  expect(whole).toEqual(together);
  expect(services['early-help']).toMatchObject({ headcount: [0, 0], establishment: [0, 0], leavers: [0, 0], turnoverRate: [0, 0, 0] });
});

/*
 * By role at the same day. Case holders: Ada 800, Eve 600, Cas 1000 = 2400; vacant N2 N3 1000 each, S3 800 = 2800; left Ben 1000, Eve 600, Ida 1000 = 2600.
 * First line managers: Gus 1000, who acts; vacant NM 1000; left Fay 1000.
 */
test('by role, somebody acting up counts in the role that they act in', async () => {
  expect((await staffing(`${YEAR}, roleCode: "CASE_HOLDER"`)).whole).toMatchObject({ headcount: [3, 3], fte: [2400, 3], vacancies: [2800, 3], leavers: [2600, 3] });
  expect((await staffing(`${YEAR}, roleCode: "FIRST_LINE_MANAGER"`)).whole).toMatchObject({ headcount: [1, 1], fte: [1000, 1], vacancies: [1000, 1], leavers: [1000, 1], vacancyRate: [1000, 2000, 1] });
  // With the posts that the return leaves out: Kit left the hub, and H1 is vacant.
  expect((await staffing(`${YEAR}, everyPost: true`)).services['early-help']).toMatchObject({ headcount: [0, 0], establishment: [1000, 1], vacancies: [1000, 1], leavers: [1000, 1] });
});

/*
 * On 31 March 2025: north Ada 1000 (her hours change the day after), Ben, Cas, Fay 1000 each, Eve 600 = 5, 4600; no post of north is vacant.
 * South: Gus 1000 in his own post, Ida 1000 = 2, 2000; vacant S1 1000 (Moe is an agency's) and S3 800 = 2, 1800; agency Moe 1000.
 * On 30 September 2024: south Jon (it is his last day), Gus, Ida 1000 each = 3, 3000; Jon left in that year; S3 is not open yet.
 */
test('a question about a past date gives that date’s answer', async () => {
  const spring = await staffing('from: "2024-10-01", before: "2025-04-01"');
  expect(spring.teams['north']).toMatchObject({ headcount: [5, 5], fte: [4600, 5], vacancies: [0, 0], starters: [1600, 2], leavers: [0, 0] });
  expect(spring.teams['south']).toMatchObject({ headcount: [2, 2], fte: [2000, 2], vacancies: [1800, 2], agency: [1000, 1], agencyRate: [1000, 3000, 1] });
  const before = await staffing('from: "2023-10-01", before: "2024-10-01"');
  expect(before.teams['south']).toMatchObject({ headcount: [3, 3], fte: [3000, 3], establishment: [3000, 3], vacancies: [0, 0], leavers: [1000, 1] });
});

/*
 * Working days lost to sickness from 1 October 2024 to 30 September 2025, each by the hours of that day:
 *   Ada 5 to 11 May: the 5th is a bank holiday, so 4 days at 800 = 3200, north. Ben 26 June to his last day, the 30th: 3 days at 1000 = 3000, north.
 *   Gus 28 and 29 August in the south: 2000; 1 and 2 September, acting in the north: 2000. Cas is away for another reason; Gus's October is the next year's.
 *   The year has 261 weekdays and 8 bank holidays on them (25 and 26 December, 1 January, 18 and 21 April, 5 and 26 May, 25 August): 253 days.
 *   north 8200 / (2400 × 253 = 607200); south 2000 / (1000 × 253 = 253000); together 10200 / (3400 × 253 = 860200).
 */
test('absence is counted by working day and hours, and told to HR alone', async () => {
  const question = `{ staffing(${YEAR}) { absenceRate { numerator denominator n share } } teams { edges { node { code staffing(${YEAR}) { absenceRate { numerator denominator n } } } } } }`;
  const { data, errors } = await authority.ask(hr, question);
  expect(errors).toEqual([]);
  expect(data.staffing.absenceRate).toEqual({ numerator: 10_200, denominator: 860_200, n: 3, share: 10_200 / 860_200 });
  expect(Object.fromEntries(data.teams.edges.map(({ node }: { node: { code: string; staffing: { absenceRate: object } } }) => [node.code, node.staffing.absenceRate]))).toMatchObject({
    north: { numerator: 8_200, denominator: 607_200, n: 3 },
    south: { numerator: 2_000, denominator: 253_000, n: 1 },
  });
  expect((await authority.ask(director, question)).data.staffing.absenceRate).toBeNull();
});

test('each figure says what it is, of when; who is no manager is refused', async () => {
  const { data } = await authority.ask(director, `{ staffing { from asOf vacancyRate { code unit share definition source from asOf } } }`);
  // On 18 March 2026 the return's last whole year ended with 30 September 2025.
  expect(data.staffing).toMatchObject({ from: '2024-10-01', asOf: '2025-09-30', vacancyRate: { code: 'VACANCY_RATE', unit: 'FTE_THOUSANDTHS', share: 3_800 / 7_200, from: '2024-10-01', asOf: '2025-09-30' } });
  expect(data.staffing.vacancyRate.definition).toContain('agency');
  expect((await authority.ask(worker, `{ staffing { headcount { n } } }`)).errors[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await authority.ask(worker, `{ services { code staffing { headcount { n } } } }`)).data.services[0].staffing).toBeNull();
  const wrong = await authority.ask(director, `{ a: staffing(from: "2025-10-01", before: "2025-10-01") { asOf } b: staffing(from: "2026-04-01", before: "2027-04-01") { asOf } c: staffing(from: "2000-01-01", before: "2025-04-01") { asOf } }`);
  expect(wrong.errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT', 'BAD_USER_INPUT']);
});
