import { auditCommand, submittedAudit } from './audit-thread';
import { childOf, type StageChild } from './children';
import { send, tell } from './commands';
import { inDays } from './days';
import { eventually, Stage } from './stage';
import { openedAction, plannedSession, recordedViews } from './things';
import { Witness } from './witness';

const WHOLE = `query Q($id: ID!) { child(id: $id) { caseReference episodes { edges { node { kind } } } reviews { edges { node { kind } } } visits { edges { node { kind } } } allocations { edges { node { role } } }
  audits { edges { node { grade answers { questionKey } actions { edges { node { state steps { kind } } } } } } } supervisionDiscussions { edges { node { decision session { summary } } } }
  views { edges { node { onDate } } } invitations { edges { node { audience } } } actions { edges { node { title } } } } }`;

/** The record of access against a list that somebody else kept: of a whole story, with what was refused in it. */
describe('The record of a whole story', () => {
  let stage: Stage;
  let witness: Witness;
  let watched: Stage;
  let child: StageChild;
  /** A question whose plan asks one part twice about one thing: each fetch has its own line. */
  let fetchedAgain = false;

  beforeAll(async () => void (stage = await Stage.open()), 120_000);
  afterAll(() => stage?.close());

  beforeEach(async () => {
    witness = new Witness(stage);
    watched = witness.watched;
    child = await childOf(stage, 'north', 'northWorker');
  });

  /** Each line of the list is on record, once, and nothing else is. */
  afterEach(async () => {
    expect(witness.list.length).toBeGreaterThan(5);
    if (fetchedAgain) return;
    const [record, list] = [(await witness.onRecord()).sort(), [...witness.list].sort()];
    expect({ lacking: list.filter((line) => !record.includes(line)), beyond: record.filter((line) => !list.includes(line)), twice: record.filter((line, at) => record[at - 1] === line) }).toEqual({ lacking: [], beyond: [], twice: [] });
    expect(record).toEqual(list);
  });

  const look = (person: 'northManager' | 'southWorker' | 'quality' | 'administrator') => watched.ask(person, WHOLE, { id: child.id });

  it('holds one line for each person, thing and operation: the thread through all four parts', async () => {
    const audit = await submittedAudit(watched, child.id, 'INADEQUATE');
    await eventually(() => stage.ask('quality', 'query Q($id: ID!) { audit(id: $id) { actions { totalCount } } }', { id: audit.id }), ({ data }) => data.audit.actions.totalCount === 1);
    const session = await plannedSession(watched);
    await send(watched, 'northManager', 'recordSupervision', { sessionId: session.id, version: session.version, heldOn: '2026-11-02', reflectiveAnalysis: true, discussions: [{ childId: child.id, discussed: 'The audit', decision: 'Rewrite the plan' }] }, 'session { discussions { decision } }');
    expect((await look('northManager')).errors).toEqual([]);
    expect((await look('southWorker')).data.child).toBeNull();
    expect((await look('administrator')).errors).toHaveLength(1);
  }, 60_000);

  it('holds one line for each: supervision', async () => {
    const session = await plannedSession(watched);
    await tell(watched, 'southManager', 'cancelSupervision', { sessionId: session.id, version: session.version, reason: 'Not mine' });
    await tell(watched, 'northManager', 'cancelSupervision', { sessionId: session.id, version: 9, reason: 'Stale' });
    await send(watched, 'northManager', 'cancelSupervision', { sessionId: session.id, version: session.version, reason: 'Unwell' });
    await watched.ask('northWorker', '{ supervisionSessions { edges { node { state } } } }');
  }, 60_000);

  it('holds one line for each: an audit', async () => {
    const audit = await submittedAudit(watched, child.id, 'GOOD');
    await auditCommand(watched, 'southManager', 'closeAudit', { auditId: audit.id, version: audit.version });
    await auditCommand(watched, 'southManager', 'giveAuditFeedback', { auditId: audit.id, version: audit.version, feedbackGivenOn: inDays(0) });
    await watched.ask('quality', '{ audits { edges { node { grade child { caseReference } answers { grade } } } } }');
    await watched.ask('southWorker', 'query Q($id: ID!) { audit(id: $id) { grade } }', { id: audit.id });
  }, 60_000);

  it('holds one line for each: views', async () => {
    const views = await recordedViews(watched, child);
    await send(watched, 'northWorker', 'changeViews', { viewsRecordId: views.id, version: views.version, seen: true, views: 'Wants to stay with gran' }, 'viewsRecord { views child { caseReference } }');
    await tell(watched, 'southWorker', 'changeViews', { viewsRecordId: views.id, version: views.version, seen: false });
    await watched.ask('iro', 'query Q($id: ID!) { viewsRecord(id: $id) { views child { caseReference views { edges { node { onDate } } } } } }', { id: views.id });
  }, 60_000);

  it('holds one line for each: an action', async () => {
    const action = await openedAction(watched, child);
    await send(watched, 'northManager', 'reportActionProgress', { actionId: action.id, version: action.version, note: 'Begun' }, 'action { state steps { note } }');
    await tell(watched, 'southWorker', 'reportActionProgress', { actionId: action.id, version: 1, note: 'x' });
    await tell(watched, 'northManager', 'verifyAction', { actionId: action.id, version: 2, outcome: 'The plan is followed' });
    await watched.ask('serviceManager', '{ actions { edges { node { title child { caseReference } owner { displayName actions { edges { node { state } } } } } } } }');
  }, 60_000);

  it('holds a line for each fetch where the plan of one question comes back to a part, and none beyond', async () => {
    fetchedAgain = true;
    await recordedViews(watched, child);
    const query = 'query Q($id: ID!) { child(id: $id) { caseReference views { edges { node { onDate child { caseReference } } } } team { children { edges { node { caseReference } } } } actions { edges { node { child { caseReference } } } } } again: child(id: $id) { episodes { edges { node { kind } } } } }';
    for (const person of ['northManager', 'northWorker', 'quality'] as const) expect((await watched.ask(person, query, { id: child.id })).errors).toEqual([]);
    const record = await witness.onRecord();
    expect([...new Set(record)].sort()).toEqual([...witness.list].sort());
    // The child at the root, and once more for all that the other parts point to.
    const again = record.sort().filter((line, at, all) => all[at - 1] === line);
    expect(again.map((line) => line.split(' ').at(-2))).toEqual(Array.from({ length: 3 }, () => `Child:${child.uuid}`));
  }, 60_000);
});
