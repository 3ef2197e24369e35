import { machine } from '@qaf/identity';
import { Authority } from '../workforce.fixtures';
import { teamNames, workerNames } from './names.queries';

let authority: Authority;
beforeAll(async () => void (authority = await Authority.open()), 60_000);
afterAll(() => authority.close(), 60_000);

test('an import is given every worker and team by name, in one statement each, with those who left', async () => {
  const ada = await authority.person('Ada Fixture');
  const left = await authority.person('Lee Gone');
  await authority.load(`update employment set left_on = '2020-01-31', leaving_reason = 'RETIREMENT' where worker_id = $1`, [left]);
  const unit = authority.subgraph.unit(machine('machine_import', 'test'), 'test');
  expect(await workerNames(unit)).toEqual([{ id: ada, name: 'Ada Fixture' }, { id: left, name: 'Lee Gone' }].sort((one, other) => (one.id < other.id ? -1 : 1)));
  expect((await teamNames(unit)).map(({ name }) => name).sort()).toEqual(['Assessment North', 'Assessment South', 'Family Hub']);
  expect(unit.statements).toBe(2);
  await unit.end();
});
