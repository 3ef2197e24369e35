import { parseAnnexA, parseSsda903 } from '@qaf/casework';
import { globalId } from '@qaf/graph';
import { importInto } from '@qaf/platform';
import { Workbook } from 'exceljs';
import { key, submittedAudit } from './audit-thread';
import { eventually, Stage } from './stage';

const PLAN_HEADINGS = [
  'Child Unique ID', 'Gender', 'Ethnicity', 'Date of Birth', 'Child Protection Plan Start Date', 'Latest Category of Abuse', 'Date of the Last Statutory Visit', 'Was the Child Seen Alone?',
  'Date of latest review conference', 'Child Protection Plan End Date', 'Allocated Team', 'Allocated Worker',
];

async function workbook(rows: (string | null)[][]): Promise<Buffer> {
  const book = new Workbook();
  book.addWorksheet('List 7').addRows([PLAN_HEADINGS, ...rows]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const csv = (name: string, lines: string[]) => ({ name, bytes: Buffer.from(`${lines.join('\r\n')}\r\n`) });

describe('A child from the files that the authority already has', () => {
  let stage: Stage;

  beforeAll(async () => void (stage = await Stage.open()), 90_000);
  afterAll(() => stage.close());

  const load = async () => {
    const options = { fileHash: 'a'.repeat(64), now: new Date('2026-11-20T09:00:00Z'), asAt: '2026-11-20' };
    const lists = await parseAnnexA(
      await workbook([
        ['K2001', 'b) Female', 'WBRI', '17/06/2013', '05/10/2026', 'Neglect', '12/11/2026', 'a) Yes', '19/10/2026', null, 'Safeguarding  North', 'noor applegarth'],
        ['K2002', 'a) Male', 'WBRI', '02/02/2016', '05/10/2026', 'Neglect', '12/11/2026', 'b) No', null, null, 'Safeguarding South', 'Somebody Unknown'],
      ]),
    );
    const careReturn = await parseSsda903([
      csv('header.csv', ['CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB', 'K2001,2,17/06/2013,WBRI,,,']),
      csv('episodes.csv', ['CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN', 'K2001,01/03/2022,S,C2,N1,U1,PR1,30/06/2022,E11,,,,']),
      csv('reviews.csv', ['CHILD,DOB,REVIEW,REVIEW_CODE', 'K2001,17/06/2013,28/03/2022,PN1']),
    ]);
    return [await importInto(stage.graph, lists, options), await importInto(stage.graph, careReturn, { ...options, fileHash: 'b'.repeat(64) })] as const;
  };

  it('is loaded once, however often the files come, and what matched nobody is listed', async () => {
    const [lists, careReturn] = await load();
    expect([lists.tallies.children, lists.tallies.allocations, careReturn.tallies.children]).toEqual([
      { added: 2, changed: 0, unchanged: 0 }, { added: 2, changed: 0, unchanged: 0 }, { added: 0, changed: 0, unchanged: 1 },
    ]);
    const again = await load();
    for (const report of again) for (const tally of Object.values(report.tallies)) expect([tally.added, tally.changed]).toEqual([0, 0]);
    const { data } = await stage.ask('quality', '{ unmatchedNames { edges { node { kind name } } } }');
    expect(data.unmatchedNames.edges).toEqual([{ node: { kind: 'WORKER', name: 'somebody unknown' } }]);
  });

  it('is then answered in one query, with the audit just done on it, the supervision that discussed it and the action that followed', async () => {
    const { data: found } = await stage.ask('northManager', '{ childByReference(caseReference: "K2001") { id } }');
    const childId = found.childByReference.id as string;
    const audit = await submittedAudit(stage, childId, 'INADEQUATE');
    const planned = await stage.ask('northManager', `mutation M($input: PlanSupervisionInput!) { planSupervision(input: $input) { ... on PlanSupervisionSuccess { session { id version } } } }`, {
      input: { ...key(), workerId: globalId('Worker', stage.people.northWorker.id), plannedFor: '2026-11-23', kind: 'CASE' },
    });
    const { id, version } = planned.data.planSupervision.session;
    await stage.ask('northManager', `mutation M($input: RecordSupervisionInput!) { recordSupervision(input: $input) { __typename } }`, {
      input: { ...key(), sessionId: id, version, heldOn: '2026-11-23', reflectiveAnalysis: true, discussions: [{ childId, discussed: 'The audit', decision: 'New plan by Friday' }] },
    });
    const query = `{ childByReference(caseReference: "K2001") {
      birthYear birthMonth gender
      episodes { edges { node { kind startedOn endedOn } } }
      reviews { edges { node { kind heldOn participationCode } } }
      allocatedWorker { displayName } team { name }
      views { edges { node { occasion onDate seenAlone participation { code } } } }
      audits { edges { node { grade actions { edges { node { state title } } } } } }
      supervisionDiscussions { edges { node { decision } } }
    } }`;
    const answer = await eventually(
      () => stage.ask('northManager', query),
      ({ data }) => data.childByReference.audits.edges[0]?.node.actions.edges.length === 1 && data.childByReference.views.edges.length === 3,
    );
    expect(answer.errors).toEqual([]);
    const child = answer.data.childByReference;
    const nodes = (list: { edges: { node: unknown }[] }) => list.edges.map((edge) => edge.node);
    expect({ ...child, episodes: nodes(child.episodes), reviews: nodes(child.reviews), views: nodes(child.views), audits: nodes(child.audits), supervisionDiscussions: nodes(child.supervisionDiscussions) }).toEqual({
      birthYear: 2013, birthMonth: 6, gender: 'F',
      episodes: [{ kind: 'CP', startedOn: '2026-10-05', endedOn: null }, { kind: 'LAC', startedOn: '2022-03-01', endedOn: '2022-06-30' }],
      reviews: [{ kind: 'CP_CONFERENCE', heldOn: '2026-10-19', participationCode: null }, { kind: 'LAC_REVIEW', heldOn: '2022-03-28', participationCode: 'PN1' }],
      allocatedWorker: { displayName: 'Noor Applegarth' }, team: { name: 'Safeguarding North' },
      views: [
        { occasion: 'VISIT', onDate: '2026-11-12', seenAlone: true, participation: null },
        { occasion: 'CP_CONFERENCE', onDate: '2026-10-19', seenAlone: null, participation: null },
        { occasion: 'LAC_REVIEW', onDate: '2022-03-28', seenAlone: null, participation: { code: 'PN1' } },
      ],
      audits: [{ grade: 'INADEQUATE', actions: { edges: [{ node: { state: 'OPEN', title: 'Put right what the audit found inadequate' } }] } }],
      supervisionDiscussions: [{ decision: 'New plan by Friday' }],
    });
    expect(audit.version).toBeGreaterThan(1);
  });

  it('is matched once somebody says who the unknown name is', async () => {
    const { data } = await stage.ask('quality', '{ unmatchedNames { edges { node { id version } } } }');
    const [unknown] = data.unmatchedNames.edges as { node: { id: string; version: number } }[];
    const resolved = await stage.ask('quality', `mutation M($input: ResolveUnmatchedNameInput!) { resolveUnmatchedName(input: $input) { __typename ... on Problem { message } } }`, {
      input: { ...key(), unmatchedNameId: unknown?.node.id, version: unknown?.node.version, workerId: globalId('Worker', stage.people.southWorker.id) },
    });
    expect(resolved.data?.resolveUnmatchedName.__typename).toBe('ResolveUnmatchedNameSuccess');
    await load();
    const { data: child } = await stage.ask('southManager', '{ childByReference(caseReference: "K2002") { allocatedWorker { displayName } } }');
    expect(child.childByReference).toEqual({ allocatedWorker: { displayName: 'Sol Marchbank' } });
  });
});
