import { auditCommand, submittedAudit } from './audit-thread';
import { childOf, type StageChild } from './children';
import { Stage } from './stage';

const ASK = `query Q($id: ID!) { child(id: $id) { caseReference
  timeline(first: 50) { totalCount edges { node { kind onDate grade episode { kind } allocation { worker { displayName } } meeting { kind stage } audit { id auditor { displayName } } } } }
  views { edges { node { onDate seenAlone } } } reviews { edges { node { heldOn } } } actions { totalCount } } }`;

interface Entry {
  kind: string;
  onDate: string;
  grade: string | null;
}

describe('The timeline of one child', () => {
  let stage: Stage;
  let child: StageChild;
  let audit: { id: string; version: number };

  beforeAll(async () => {
    stage = await Stage.open();
    child = await childOf(stage, 'north', 'northWorker');
    audit = await submittedAudit(stage, child.id, 'INADEQUATE');
  }, 90_000);

  afterAll(() => stage?.close());

  async function told(person: Parameters<Stage['ask']>[0]): Promise<{ kinds: string[]; total: number; text: string }> {
    const { data, errors, text } = await stage.ask(person, ASK, { id: child.id });
    expect(errors).toEqual([]);
    const entries = data.child.timeline.edges.map(({ node }: { node: Entry }) => node) as Entry[];
    return { kinds: entries.map(({ kind, grade }) => [kind, grade].filter(Boolean).join(' ')), total: data.child.timeline.totalCount, text };
  }

  // As the import brought it on 12 January: the plan, its first conference and the worker.
  const JOURNEY = ['MEETING', 'EPISODE_BEGUN', 'ALLOCATED'];
  const AUDITED = ['AUDIT_SUBMITTED INADEQUATE', 'AUDIT_CHECKLIST_DONE', 'AUDIT_ALLOCATED'];

  it('tells the manager and the auditor of the audit and its grade, with the views and the reviews in the same query', async () => {
    for (const person of ['northManager', 'southManager', 'quality'] as const) expect([person, (await told(person)).kinds]).toEqual([person, [...AUDITED, ...JOURNEY]]);
    const { data } = await stage.ask('northManager', ASK, { id: child.id });
    expect(data.child).toMatchObject({ caseReference: child.reference, views: { edges: [{ node: { onDate: '2026-02-02', seenAlone: true } }] }, reviews: { edges: [{ node: { heldOn: '2026-01-12' } }] } });
    const nodes = data.child.timeline.edges.map(({ node }: { node: Entry }) => node);
    expect(nodes[0]).toMatchObject({ audit: { id: audit.id, auditor: { displayName: 'Otto Southgate' } }, episode: null, allocation: null, meeting: null });
    expect(nodes.slice(3)).toEqual([
      { kind: 'MEETING', onDate: '2026-01-12', grade: null, episode: null, allocation: null, meeting: { kind: 'CP_CONFERENCE', stage: 'INITIAL' }, audit: null },
      { kind: 'EPISODE_BEGUN', onDate: '2026-01-12', grade: null, episode: { kind: 'CP' }, allocation: null, meeting: null, audit: null },
      { kind: 'ALLOCATED', onDate: '2026-01-12', grade: null, episode: null, allocation: { worker: { displayName: 'Noor Applegarth' } }, meeting: null, audit: null },
    ]);
  });

  it('tells the front-end team’s worker nothing of an audit before its feedback, in rows, count or text, and all of it after', async () => {
    const before = await told('northWorker');
    expect([before.kinds, before.total]).toEqual([JOURNEY, 3]);
    expect(before.text).not.toMatch(new RegExp(`AUDIT|INADEQUATE|${audit.id}|Otto`));
    await auditCommand(stage, 'southManager', 'giveAuditFeedback', { auditId: audit.id, version: audit.version, feedbackGivenOn: new Date().toISOString().slice(0, 10) });
    const after = await told('northWorker');
    expect([after.kinds, after.total]).toEqual([['AUDIT_FEEDBACK_GIVEN', ...AUDITED, ...JOURNEY], 7]);
  });

  it('tells the child’s IRO of the journey, and of no audit', async () => {
    const { kinds, total, text } = await told('iro');
    expect([kinds, total]).toEqual([JOURNEY, 3]);
    expect(text).not.toContain(audit.id);
  });

  it('is absent with its child for a stranger, a colleague and those outside casework', async () => {
    for (const person of ['southWorker', 'northColleague', 'hr', 'administrator', 'member', 'partner'] as const) {
      const answer = await stage.ask(person, ASK, { id: child.id });
      expect([person, answer.data?.child ?? null]).toEqual([person, null]);
      for (const error of answer.errors) expect([person, error.extensions.code]).toEqual([person, 'FORBIDDEN']);
      for (const secret of [child.reference, child.uuid, audit.id, 'INADEQUATE', '2026-01-12']) expect(answer.text).not.toContain(secret);
    }
    expect((await stage.ask('southWorker', ASK, { id: child.id })).errors).toEqual([]);
    expect((await stage.ask(null, ASK, { id: child.id })).status).toBe(401);
  });

  it('is asked with a cursor, kinds and days, and refuses a kind that is none', async () => {
    const page = (args: string) => stage.ask('northWorker', `query Q($id: ID!) { child(id: $id) { timeline(${args}) { pageInfo { hasNextPage endCursor } edges { node { kind } } } } }`, { id: child.id });
    const first = await page('first: 2, until: "2026-01-12"');
    const { endCursor, hasNextPage } = first.data.child.timeline.pageInfo;
    expect([first.data.child.timeline.edges.map(({ node }: { node: Entry }) => node.kind), hasNextPage]).toEqual([['MEETING', 'EPISODE_BEGUN'], true]);
    expect((await page(`first: 2, until: "2026-01-12", after: "${endCursor}"`)).data.child.timeline).toMatchObject({ pageInfo: { hasNextPage: false }, edges: [{ node: { kind: 'ALLOCATED' } }] });
    expect((await page('kinds: ["MEETING"], from: "2026-01-13"')).data.child.timeline.edges).toEqual([]);
    expect((await page('kinds: ["SUPERVISION"]')).errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });
});
