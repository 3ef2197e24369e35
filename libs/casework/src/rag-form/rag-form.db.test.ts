import { randomUUID } from 'node:crypto';
import type { Viewer } from '@qaf/identity';
import { Casework, shown } from '../casework.fixtures';

const VALUES = `(id, child_id, meeting_id, author_id, worker_id, team_id, rag, held_on, given_on, drift_or_delay) values ($1, $2, $3, $4, $5, $6, 'AMBER', '2026-03-02', '2026-03-03', false)`;
const MERGE = `mutation M($input: MergeChildrenInput!) { mergeChildren(input: $input) { __typename ... on Problem { code path } } }`;

describe('the rows of a RAG form', () => {
  let casework: Casework;

  beforeAll(async () => {
    casework = await Casework.open();
  }, 60_000);
  afterAll(() => casework.close());

  const meetingOf = async (child: string): Promise<string> => {
    const id = randomUUID();
    await casework.sql(casework.machine, `insert into case_meeting (id, child_id, kind, held_on, source, source_key) values ($1, $2, 'LAC_REVIEW', '2026-03-02', 'test', $3)`, [id, child, id]);
    return id;
  };
  const insert = async (who: Viewer, child: string, author: Viewer): Promise<string> => {
    const id = randomUUID();
    await casework.sql(who, `insert into rag_form ${VALUES}`, [id, child, await meetingOf(child), author.personId, casework.worker.personId, casework.north]);
    return id;
  };
  const sees = async (who: Viewer, id: string) => (await casework.sql(who, 'select from rag_form where id = $1', [id])).length === 1;

  it('are written by a chair in their own name alone', async () => {
    const child = await casework.child();
    const { iro, principalIro, manager, qpa, worker } = casework;
    expect(await sees(iro, await insert(iro, child, iro))).toBe(true);
    await expect(insert(iro, child, principalIro)).rejects.toThrow(/42501/);
    for (const who of [manager, qpa, worker]) await expect(insert(who, child, { ...who, personId: iro.personId })).rejects.toThrow(/42501/);
  });

  it('are seen by the author, the worker, the managers of the team and quality, not by its seniors, colleagues or other teams', async () => {
    const id = await insert(casework.machine, await casework.child(), casework.iro);
    const { iro, principalIro, worker, manager, head, psw, qpa, senior, colleague, southManager, southWorker } = casework;
    for (const who of [iro, principalIro, worker, manager, head, psw, qpa]) expect([who.displayName, await sees(who, id)]).toEqual([who.displayName, true]);
    for (const who of [senior, colleague, southManager, southWorker]) expect([who.displayName, await sees(who, id)]).toEqual([who.displayName, false]);
  });

  it('of a locked child are for those alone whom the lock names', async () => {
    const { iro, principalIro, worker, manager, head, psw, qpa, colleague } = casework;
    const id = await insert(casework.machine, await casework.child({ locked: [colleague.personId] }), iro);
    expect(await sees(colleague, id)).toBe(true);
    for (const who of [iro, principalIro, worker, manager, head, psw, qpa]) expect([who.displayName, await sees(who, id)]).toEqual([who.displayName, false]);
  });

  it('keep what was said, and each answer once given, against raw SQL', async () => {
    const id = await insert(casework.machine, await casework.child(), casework.iro);
    const change = (who: Viewer, set: string) => casework.sql(who, `update rag_form set ${set} where id = $1`, [id]);
    for (const set of [`rag = 'GREEN'`, `given_on = '2026-03-04'`, `practice_problems = 'x'`, `author_id = gen_random_uuid()`]) await expect(change(casework.iro, set)).rejects.toThrow(/23514/);
    await change(casework.worker, `worker_acknowledged_on = '2026-03-05'`);
    await expect(change(casework.worker, 'worker_acknowledged_on = null')).rejects.toThrow(/23514/);
    await expect(casework.sql(casework.iro, 'delete from rag_form where id = $1', [id])).rejects.toThrow(/42501/);
    await expect(casework.sql(casework.manager, `insert into rag_form_area (form_id, area, rag, note) values ($1, 'plan', 'RED', 'x')`, [id])).rejects.toThrow(/42501/);
  });

  it('go with the child where two records become one', async () => {
    const [kept, merged] = [await casework.child(), await casework.child()];
    const id = await insert(casework.machine, merged, casework.iro);
    const input = { idempotencyKey: randomUUID(), keepId: shown('Child', kept), mergeId: shown('Child', merged), version: 1, mergeVersion: 1, reason: 'One child' };
    expect((await casework.ask(casework.qpa, MERGE, { input })).data.mergeChildren).toEqual({ __typename: 'MergeChildrenSuccess' });
    expect(await casework.sql(casework.iro, 'select child_id as child from rag_form where id = $1', [id])).toEqual([{ child: kept }]);
  });
});
