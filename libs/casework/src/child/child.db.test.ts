import { Casework, shown } from '../casework.fixtures';
import { AuditLife } from '../audit/audit.fixtures';

const JOURNEY = `query Q($id: ID!) { child(id: $id) {
  caseReference birthYear birthMonth gender ethnicity version allocatedWorker { id } team { id } iro { id }
  episodes { totalCount edges { node { kind startedOn endedOn details { name code } source } } }
  open: episodes(open: true) { edges { node { kind } } }
  plans: episodes(kind: "CP") { edges { node { kind } } }
  allocations(asOf: "2025-06-01") { edges { node { role worker { id } team { id } validFrom validTo } } }
  reviews { edges { node { kind heldOn stage participationCode } } }
  visits(first: 1) { pageInfo { hasNextPage } edges { node { kind visitedOn } } } } }`;

describe('a child’s journey', () => {
  let casework: Casework;
  let child: string;

  beforeAll(async () => {
    casework = await Casework.open();
    child = await casework.child();
    await casework.sql(
      casework.machine,
      `insert into episode (child_id, kind, source, source_key, started_on, ended_on, details) values
       ($1, 'CIN', 'annex-a', '1', '2025-01-10', '2025-03-01', '{}'), ($1, 'CP', 'annex-a', '2', '2025-03-01', null, '{"category": "NEG"}'), ($1, 'CARE_LEAVER', 'annex-a', '3', null, null, '{}')`,
      [child],
    );
    await casework.sql(
      casework.machine,
      `insert into child_allocation (child_id, role, worker_id, team_id, valid_from, valid_to) values ($1, 'WORKER', $2, $3, '2025-01-10', '2025-06-01'), ($1, 'WORKER', $4, $3, '2025-06-01', null)`,
      [child, casework.colleague.personId, casework.north, casework.worker.personId],
    );
    await casework.sql(casework.machine, `insert into case_meeting (child_id, kind, stage, held_on, participation_code, source, source_key) values ($1, 'CP_CONFERENCE', 'INITIAL', '2025-03-01', null, 's', '1'), ($1, 'LAC_REVIEW', null, '2025-05-01', 'PN1', 's', '2')`, [child]);
    await casework.sql(casework.machine, `insert into visit (child_id, kind, visited_on, source, source_key) values ($1, 'CP', '2025-03-05', 's', '1'), ($1, 'CP', '2025-03-15', 's', '2')`, [child]);
  }, 60_000);
  afterAll(() => casework.close());

  it('is told newest first, with who held it and when', async () => {
    const { data, errors } = await casework.ask(casework.worker, JOURNEY, { id: shown('Child', child) });
    expect(errors).toEqual([]);
    expect(data.child).toEqual({
      caseReference: 'C0001', birthYear: 2014, birthMonth: 5, gender: 'F', ethnicity: 'WBRI', version: 1,
      allocatedWorker: { id: shown('Worker', casework.worker.personId) }, team: { id: shown('Team', casework.north) }, iro: { id: shown('Worker', casework.iro.personId) },
      episodes: {
        totalCount: 3,
        edges: [
          { node: { kind: 'CP', startedOn: '2025-03-01', endedOn: null, details: [{ name: 'category', code: 'NEG' }], source: 'annex-a' } },
          { node: { kind: 'CIN', startedOn: '2025-01-10', endedOn: '2025-03-01', details: [], source: 'annex-a' } },
          { node: { kind: 'CARE_LEAVER', startedOn: null, endedOn: null, details: [], source: 'annex-a' } },
        ],
      },
      open: { edges: [{ node: { kind: 'CP' } }, { node: { kind: 'CARE_LEAVER' } }] },
      plans: { edges: [{ node: { kind: 'CP' } }] },
      allocations: { edges: [{ node: { role: 'WORKER', worker: { id: shown('Worker', casework.worker.personId) }, team: { id: shown('Team', casework.north) }, validFrom: '2025-06-01', validTo: null } }] },
      reviews: { edges: [{ node: { kind: 'LAC_REVIEW', heldOn: '2025-05-01', stage: null, participationCode: 'PN1' } }, { node: { kind: 'CP_CONFERENCE', heldOn: '2025-03-01', stage: 'INITIAL', participationCode: null } }] },
      visits: { pageInfo: { hasNextPage: true }, edges: [{ node: { kind: 'CP', visitedOn: '2025-03-15' } }] },
    });
  });

  it('does not have two workers at once', async () => {
    const overlap = `insert into child_allocation (child_id, role, worker_id, valid_from) values ($1, 'WORKER', $2, '2025-05-31')`;
    await expect(casework.sql(casework.machine, overlap, [child, casework.worker.personId])).rejects.toMatchObject({ code: '23P01', constraint: 'child_allocation_no_overlap' });
  });

  it('keeps what a changed value was', async () => {
    const other = await casework.child();
    await casework.sql(casework.machine, `update child set ethnicity = 'MWAS', version = version + 1 where id = $1`, [other]);
    const history = await casework.sql(casework.worker, `select version, "row"->>'ethnicity' as ethnicity from child_history where id = $1 order by history_id`, [other]);
    expect(history).toEqual([{ version: 1, ethnicity: 'WBRI' }, { version: 2, ethnicity: 'MWAS' }]);
  });
});

describe('lists of children', () => {
  let casework: Casework;

  beforeAll(async () => {
    casework = await Casework.open();
    const life = new AuditLife(casework);
    for (let n = 0; n < 30; n += 1) await casework.child();
    const [first] = await casework.behind<{ id: string }>(`select id from casework.child where case_reference = 'C0001'`);
    await casework.sql(casework.machine, `insert into episode (child_id, kind, source, source_key, started_on, ended_on) values ($1, 'CP', 's', '1', '2025-01-01', '2025-02-01')`, [first?.id]);
    await casework.sql(casework.machine, `insert into episode (child_id, kind, source, source_key, started_on) select id, 'CIN', 's', case_reference, '2025-01-01' from child where case_reference <= 'C0003'`);
    await life.submitted(first?.id as string);
  }, 60_000);
  afterAll(() => casework.close());

  it('go through all pages once, by reference', async () => {
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { data }: { data: any } = await casework.ask(casework.manager, `query Q($after: String) { children(first: 13, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { caseReference } } } }`, { after }); // eslint-disable-line @typescript-eslint/no-explicit-any -- an answer
      expect(data.children.totalCount).toBe(30);
      seen.push(...data.children.edges.map(({ node }: { node: { caseReference: string } }) => node.caseReference));
      ({ hasNextPage: more, endCursor: after } = data.children.pageInfo);
    }
    expect(seen).toEqual(Array.from({ length: 30 }, (_, index) => `C${String(index + 1).padStart(4, '0')}`));
  });

  it('are narrowed by kind of episode, and whether it is open', async () => {
    const count = async (filter: string) => (await casework.ask(casework.manager, `{ children(filter: { ${filter} }) { totalCount } }`)).data.children.totalCount;
    expect(await count('episodeKind: "CIN"')).toBe(3);
    expect(await count('episodeKind: "CP"')).toBe(1);
    expect(await count('episodeKind: "CP", open: true')).toBe(0);
    expect(await count('open: true')).toBe(3);
    expect(await count('open: false')).toBe(27);
    expect(await count('caseReference: "C0002"')).toBe(1);
    expect(await count(`teamId: "${shown('Team', casework.north)}", workerId: "${shown('Worker', casework.worker.personId)}"`)).toBe(30);
    expect(await count(`teamId: "${shown('Team', casework.south)}"`)).toBe(0);
    expect(await count('teamId: "not-an-id"')).toBe(0);
  });

  it('refuse a page that is too large and a cursor of another list', async () => {
    for (const args of ['first: 101', 'first: 0', 'first: -1', 'first: 1, last: 1', 'after: "x"', 'after: "bnVsbA"']) {
      expect([args, (await casework.ask(casework.manager, `{ children(${args}) { totalCount } }`)).errors[0]?.extensions]).toEqual([args, { code: 'BAD_USER_INPUT' }]);
    }
  });

  it('cost a few statements, however long the page', async () => {
    const query = `{ children(first: 25) { totalCount edges { node { caseReference allocatedWorker { id } episodes { totalCount edges { node { kind } } } allocations { edges { node { role } } }
      reviews { edges { node { kind } } } visits { edges { node { kind } } } audits { edges { node { state answers { grade question { key } } tool { number } child { caseReference } } } } } } } }`;
    const statements = await casework.statementsOf(casework.manager, query);
    // Children and their count; episodes and theirs; allocations, reviews, visits, audits; answers, questions, version, the audits' children.
    expect(statements).toBe(12);
  });
});
