import { globalId } from '@qaf/graph';
import { auditCommand, key, submittedAudit } from './audit-thread';
import { childOf, type StageChild } from './children';
import { eventually, Stage } from './stage';

describe('One child through the four parts of the graph', () => {
  let stage: Stage;
  let child: StageChild;

  beforeAll(async () => {
    stage = await Stage.open();
    child = await childOf(stage, 'north', 'northWorker');
  }, 90_000);

  afterAll(() => stage?.close());

  it('is audited, discussed in supervision, and followed by an action, all in one query', async () => {
    const audit = await submittedAudit(stage, child.id, 'INADEQUATE');
    await eventually(() => stage.ask('quality', 'query Q($id: ID!) { audit(id: $id) { actions { totalCount } } }', { id: audit.id }), (answer) => answer.data.audit.actions.totalCount === 1);

    const planned = await stage.ask('northManager', `mutation M($input: PlanSupervisionInput!) { planSupervision(input: $input) { ... on PlanSupervisionSuccess { session { id version } } } }`, {
      input: { ...key(), workerId: globalId('Worker', stage.people.northWorker.id), plannedFor: '2026-11-02', kind: 'CASE' },
    });
    const { id, version } = planned.data.planSupervision.session;
    const recorded = await stage.ask('northManager', `mutation M($input: RecordSupervisionInput!) { recordSupervision(input: $input) { __typename ... on Problem { message } } }`, {
      input: { ...key(), sessionId: id, version, heldOn: '2026-11-02', reflectiveAnalysis: true, discussions: [{ childId: child.id, discussed: 'The audit', decision: 'Rewrite the plan with the family' }] },
    });
    expect(recorded.data.recordSupervision.__typename).toBe('RecordSupervisionSuccess');

    const { data, errors } = await stage.ask(
      'northManager',
      `query Q($reference: Text!) { childByReference(caseReference: $reference) {
        caseReference
        episodes { edges { node { kind startedOn endedOn } } }
        reviews { edges { node { kind heldOn } } }
        allocatedWorker { displayName lastSupervisedOn manager { displayName } }
        team { name service { name } leaders { displayName } }
        iro { displayName }
        audits { edges { node { state grade auditor { displayName } tool { number } actions { edges { node { state owner { displayName } verifier { displayName } } } } } } }
        supervisionDiscussions { edges { node { decision session { supervisor { displayName } } } } }
        views { edges { node { onDate seen seenAlone } } }
        actions { totalCount }
      } }`,
      { reference: child.reference },
    );
    expect(errors).toEqual([]);
    const nodes = (value: { edges: { node: unknown }[] }) => value.edges.map((edge) => edge.node);
    const found = data.childByReference;
    expect({ ...found, episodes: nodes(found.episodes), reviews: nodes(found.reviews), audits: nodes(found.audits), supervisionDiscussions: nodes(found.supervisionDiscussions), views: nodes(found.views) }).toEqual({
      caseReference: child.reference,
      episodes: [{ kind: 'CP', startedOn: '2026-01-12', endedOn: null }],
      reviews: [{ kind: 'CP_CONFERENCE', heldOn: '2026-01-12' }],
      allocatedWorker: { displayName: 'Noor Applegarth', lastSupervisedOn: '2026-11-02', manager: { displayName: 'Mira Northway' } },
      team: { name: 'Safeguarding North', service: { name: 'Safeguarding' }, leaders: [{ displayName: 'Mira Northway' }] },
      iro: { displayName: 'Ivo Larkrise' },
      audits: [{ state: 'SUBMITTED', grade: 'INADEQUATE', auditor: { displayName: 'Otto Southgate' }, tool: { number: 1 }, actions: { edges: [{ node: { state: 'OPEN', owner: { displayName: 'Mira Northway' }, verifier: { displayName: 'Otto Southgate' } } }] } }],
      supervisionDiscussions: [{ decision: 'Rewrite the plan with the family', session: { supervisor: { displayName: 'Mira Northway' } } }],
      views: [{ onDate: '2026-02-02', seen: true, seenAlone: true }],
      actions: { totalCount: 1 },
    });
  });

  it('has an audit closed only once feedback was given and acknowledged, and an inadequate one only with its action', async () => {
    const other = await childOf(stage, 'north', 'northWorker');
    const audit = await submittedAudit(stage, other.id, 'INADEQUATE');
    const early = await auditCommand(stage, 'southManager', 'closeAudit', { auditId: audit.id, version: audit.version });
    expect(early.__typename).toMatch(/^Audit(ActionMissing|FeedbackMissing)$/);
    const told = await auditCommand(stage, 'southManager', 'giveAuditFeedback', { auditId: audit.id, version: audit.version, feedbackGivenOn: new Date().toISOString().slice(0, 10) });
    expect(told).toMatchObject({ __typename: 'GiveAuditFeedbackSuccess' });
    const known = await auditCommand(stage, 'northWorker', 'acknowledgeAudit', { auditId: audit.id, version: told.audit.version, comment: 'I agree.' });
    expect(known).toMatchObject({ __typename: 'AcknowledgeAuditSuccess' });
    const closed = await eventually(
      () => auditCommand(stage, 'southManager', 'closeAudit', { auditId: audit.id, version: known.audit.version }),
      (result) => result.__typename !== 'AuditActionMissing',
    );
    expect(closed).toMatchObject({ __typename: 'CloseAuditSuccess', audit: { state: 'CLOSED', grade: 'INADEQUATE' } });
    const stale = await auditCommand(stage, 'southManager', 'closeAudit', { auditId: audit.id, version: known.audit.version });
    expect(stale.__typename).toMatch(/^Audit(VersionStale|StateWrong)$/);
  });
});
