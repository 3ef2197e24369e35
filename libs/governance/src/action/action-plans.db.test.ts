import { type ListDefinition, listPage } from '@qaf/graph';
import { plansOf } from '@qaf/testing';
import { Governance, VIEWERS } from '../governance.fixtures';
import { ACTIONS } from './action.queries';

describe('Twenty thousand actions', () => {
  let governance: Governance;

  beforeAll(async () => {
    governance = await Governance.open();
    await governance.rows(`insert into action (title, source_kind, owner_id, verifier_id, worker_id, team_id, service_id, child_id, due_on, state, opened_on)
      select 'x', 'REVIEW', md5('o' || n % 1000)::uuid, md5('v' || n % 900)::uuid, md5('w' || n % 1000)::uuid, md5('t' || n % 60)::uuid, md5('s' || n % 9)::uuid, md5('c' || n)::uuid,
        date '2019-01-01' + n % 300, 'OPEN', '2018-12-01' from generate_series(1, 20000) n`);
    await governance.rows('analyze action');
  }, 60_000);
  afterAll(() => governance.close());

  it.each(['DUE_FIRST', 'DUE_LAST', 'NEWEST', 'ESCALATED'])('in the order %s: the few of a worker, a manager and an auditor are found by their indexes', async (orderBy) => {
    for (const who of [VIEWERS.pavel, VIEWERS.mira, VIEWERS.ada]) {
      const plans = await plansOf(governance.unit(who), async (unit) => {
        const found = await listPage(unit, ACTIONS as ListDefinition<{ id: string }>, { page: { first: 25 }, orderBy });
        await (found.totalCount as unknown as () => Promise<number>)();
      });
      expect(plans).toHaveLength(2);
      for (const plan of plans) {
        expect(plan).not.toMatch(/Seq Scan on action\b/);
        expect(plan).toContain('Bitmap Index Scan on action_owner_id');
      }
    }
  });
});
