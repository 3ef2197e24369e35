import { randomUUID } from 'node:crypto';
import { globalId } from '@qaf/graph';
import type { Viewer } from '@qaf/identity';
import { anAudit, Governance, VIEWERS, worker, WORKERS } from '../governance.fixtures';

const ON_AUDIT = `query ($ref: ID!) { _entities(representations: [{ __typename: "Audit", ref: $ref }]) { ... on Audit { actions { edges { node {
  title state dueOn openedOn sourceKind followsInadequate owner { id } verifier { id } openedBy { id } worker { id } measure source { __typename } child { __typename } steps { kind by { id } } } } } } } }`;

describe('When an audit is submitted', () => {
  let governance: Governance;
  beforeAll(async () => void (governance = await Governance.open()), 60_000);
  afterAll(() => governance.close());

  const actionsOf = async (auditId: string) => {
    const { data, errors } = await governance.ask(VIEWERS.quinn, ON_AUDIT, { ref: globalId('Audit', auditId) });
    expect(errors).toEqual([]);
    return data._entities[0].actions.edges.map((edge: { node: object }) => edge.node);
  };
  const submitted = async (more: object = {}) => {
    const audit = anAudit(more);
    const event = await governance.hear('casework.audit.submitted.v1', audit);
    return { audit, event };
  };

  it('inadequate opens an action for the worker’s manager, due in twenty working days, verified by the auditor', async () => {
    const { audit } = await submitted();
    // From Monday 10 June 2019 there is no holiday: four weeks.
    expect(await actionsOf(audit.auditId)).toEqual([
      {
        title: 'Put right what the audit found inadequate',
        state: 'OPEN',
        dueOn: '2019-07-08',
        openedOn: '2019-06-10',
        sourceKind: 'AUDIT',
        followsInadequate: true,
        owner: { id: worker('mira') },
        verifier: { id: worker('ada') },
        openedBy: null,
        worker: { id: worker('pavel') },
        measure: 'An audit of the same case, done again, grades it above inadequate.',
        source: { __typename: 'Audit' },
        child: { __typename: 'Child' },
        steps: [{ kind: 'OPENED', by: null }],
      },
    ]);
  });

  it.each(['OUTSTANDING', 'GOOD', 'REQUIRES_IMPROVEMENT'])('%s opens none', async (grade) => {
    const { audit } = await submitted({ grade });
    expect(await actionsOf(audit.auditId)).toEqual([]);
  });

  it('good and then moderated to inadequate opens one from the day it was moderated, and only one', async () => {
    const { audit } = await submitted({ grade: 'GOOD' });
    const { submittedOn: _submitted, ...rest } = audit;
    const moderated = { ...rest, moderatorId: randomUUID(), grade: 'INADEQUATE', moderatedOn: '2019-06-11' };
    await governance.hear('casework.audit.moderated.v1', moderated);
    await governance.hear('casework.audit.moderated.v1', moderated);
    // From Tuesday 11 June 2019, without a holiday: four weeks.
    expect(await actionsOf(audit.auditId)).toMatchObject([{ openedOn: '2019-06-11', dueOn: '2019-07-09', followsInadequate: true }]);
  });

  it('tells casework of the action, with ids, codes and dates alone', async () => {
    const { audit } = await submitted();
    const [told] = await governance.rows<{ subject: string; data: object }>(
      `select subject, data from governance_queue.outgoing where type = 'governance.action.opened.v1' and data ->> 'sourceId' = $1`,
      [audit.auditId],
    );
    const [{ id }] = (await governance.rows<{ id: string }>('select id from action where source_id = $1', [audit.auditId])) as [{ id: string }];
    expect(told).toEqual({
      subject: `action:${id}`,
      data: { actionId: id, sourceKind: 'AUDIT', sourceId: audit.auditId, childId: audit.childId, ownerId: WORKERS.mira, teamId: audit.teamId, dueOn: '2019-07-08', openedOn: '2019-06-10' },
    });
  });

  it('has one effect, however often the event comes, and whether or not the audit is submitted again', async () => {
    const { audit, event } = await submitted();
    await governance.hear('casework.audit.submitted.v1', audit, event);
    await governance.hear('casework.audit.submitted.v1', { ...audit, submittedOn: '2019-06-11' });
    expect(await actionsOf(audit.auditId)).toHaveLength(1);
  });

  it('finds the next owner when the manager has left, or nobody knows one', async () => {
    const [leaver, member, lone] = [randomUUID(), randomUUID(), randomUUID()];
    await governance.hear('workforce.worker.moved.v1', { workerId: member, teamId: null, serviceId: null, managerId: leaver, validFrom: '2018-04-01' });
    await governance.hear('workforce.worker.left.v1', { workerId: leaver, leftOn: '2019-06-09' });
    const afterLeaving = await submitted({ workerId: member });
    expect(await actionsOf(afterLeaving.audit.auditId)).toMatchObject([{ owner: { id: globalId('Worker', member) }, verifier: { id: worker('ada') } }]);
    const unknown = await submitted({ workerId: lone });
    expect(await actionsOf(unknown.audit.auditId)).toMatchObject([{ owner: { id: globalId('Worker', lone) } }]);
    const nobody = await submitted({ workerId: null });
    expect(await actionsOf(nobody.audit.auditId)).toMatchObject([{ owner: { id: worker('ada') }, verifier: null }]);
  });

  it('of a locked child asks somebody whom the lock names: nobody else would see the action', async () => {
    const lockedFor = async (workerIds: string[]) => {
      const audit = anAudit();
      await governance.hear('casework.child.locked.v1', { childId: audit.childId, workerIds });
      await governance.hear('casework.audit.submitted.v1', audit);
      return audit;
    };
    /** As the named meet it: who owes it, and who verifies it. */
    const action = async (who: Viewer, { auditId }: { auditId: string }) =>
      (await governance.ask(who, ON_AUDIT, { ref: globalId('Audit', auditId) })).data._entities[0].actions.edges.map(({ node }: { node: { owner: object; verifier: object } }) => [node.owner, node.verifier]);

    const asEver = await lockedFor([WORKERS.hana, WORKERS.mira, WORKERS.ada]);
    expect(await action(VIEWERS.mira, asEver)).toEqual([[{ id: worker('mira') }, { id: worker('ada') }]]);
    const theAuditor = await lockedFor([WORKERS.hana, WORKERS.ada]);
    expect(await action(VIEWERS.ada, theAuditor)).toEqual([[{ id: worker('ada') }, null]]);
    // None of those who would owe it is named: whoever locked the child does, and the others who are named see it too.
    const theLocker = await lockedFor([WORKERS.hana, WORKERS.sasha]);
    for (const who of [VIEWERS.hana, VIEWERS.sasha]) expect(await action(who, theLocker)).toEqual([[{ id: worker('hana') }, null]]);
    for (const who of [VIEWERS.mira, VIEWERS.pavel, VIEWERS.ada, VIEWERS.quinn]) expect(await action(who, theLocker)).toEqual([]);
    const list = await governance.ask(VIEWERS.sasha, '{ actions { totalCount edges { node { sourceKind } } } }');
    expect(list.data.actions.totalCount).toBe(1);
  });

  it('asks the manager while they still work here', async () => {
    const [leaving, member] = [randomUUID(), randomUUID()];
    await governance.hear('workforce.worker.moved.v1', { workerId: member, teamId: null, serviceId: null, managerId: leaving, validFrom: '2018-04-01' });
    await governance.hear('workforce.worker.left.v1', { workerId: leaving, leftOn: '2019-06-10' });
    const { audit } = await submitted({ workerId: member });
    expect(await actionsOf(audit.auditId)).toMatchObject([{ owner: { id: globalId('Worker', leaving) } }]);
  });
});
