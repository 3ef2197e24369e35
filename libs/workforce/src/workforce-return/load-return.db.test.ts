import { Authority } from '../workforce.fixtures';
import { loadReturn } from './load-return';
import { parseReturn } from './parse-return';
import { returnReportText } from './return-report';
import { returnFile, returnWorker } from './return.fixtures';

let authority: Authority;
beforeAll(async () => {
  authority = await Authority.open();
  const noor = await authority.person('Noor');
  await authority.person('Hera', { roles: [['hr_officer', 'authority']] });
  await authority.person('Dara', { roles: [['director', 'authority']] });
  await authority.load(`insert into worker_registration (worker_id, body_code, number, registered_on, expires_on) values ($1, 'SWE', 'SW0000000001', '2023-12-01', '2024-12-01')`, [noor]);
}, 60_000);
afterAll(() => authority.close());

const incomplete = returnWorker({ SWENo: 'SW0000000002', OrgRole: undefined, PersonBirthDate: undefined });
const load = (workers: string[], options = {}) => loadReturn(authority.subgraph, parseReturn(returnFile(workers)), options);
const QUESTION = '{ workforceReturns { edges { node { year vacancyFteThousandths lines { totalCount } open: lines(incomplete: true) { edges { node { number missing doubtful worker { displayName } role { title } } } } known: lines(incomplete: false) { edges { node { number worker { displayName } role { title } } } } } } } }';

test('a return is checked, loaded, and loaded again without a change; who is incomplete is named and kept', async () => {
  const workers = [returnWorker(), incomplete];
  expect(await load(workers, { check: true })).toMatchObject({ added: 2, changed: 0, unchanged: 0 });
  expect(await load(workers)).toMatchObject({ workers: 2, added: 2, changed: 0, unchanged: 0, matched: 1, notInFile: 0 });
  expect(await load(workers)).toMatchObject({ added: 0, changed: 0, unchanged: 2, matched: 1 });
  const again = await load([incomplete.replace('WBRI', 'MWAS')]);
  expect(again).toMatchObject({ workers: 1, added: 0, changed: 1, unchanged: 0, matched: 0, notInFile: 1 });
  expect(returnReportText(again, false)).toContain('  worker 1, SW0000000002: missing date of birth, role');

  const { data, errors } = await authority.ask(await authority.viewer('Hera'), QUESTION);
  expect(errors).toEqual([]);
  expect(data.workforceReturns.edges).toEqual([{ node: {
    year: 2024, vacancyFteThousandths: 12_500, lines: { totalCount: 2 },
    open: { edges: [{ node: { number: 'SW0000000002', missing: ['date of birth', 'role'], doubtful: [], worker: null, role: null } }] },
    known: { edges: [{ node: { number: 'SW0000000001', worker: { displayName: 'Noor' }, role: { title: 'Case holder' } } }] },
  } }]);
  expect((await authority.ask(await authority.viewer('Dara'), QUESTION)).errors[0]?.extensions.code).toBe('FORBIDDEN');
});
