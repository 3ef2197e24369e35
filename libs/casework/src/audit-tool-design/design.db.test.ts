import { randomUUID } from 'node:crypto';
import { globalId } from '@qaf/graph';
import { Client } from 'pg';
import { Casework, shown, viewer } from '../casework.fixtures';
import { Designer } from './design.fixtures';

describe('an audit tool is designed', () => {
  let casework: Casework;
  const questions = (version: { sections: { questions: { key: string; position: number }[] }[] }) => version.sections.flatMap((section) => section.questions.map(({ key, position }) => `${position} ${key}`));

  beforeAll(async () => {
    casework = await Casework.open();
  }, 60_000);
  afterAll(() => casework.close());

  it('section by section and question by question, each in its place', async () => {
    const designer = new Designer(casework, casework.psw);
    expect(await designer.send('createAuditTool', { code: 'closure', title: 'Closure audit' })).toMatchObject({ number: 1, state: 'DRAFT', version: 1, sections: [] });
    const [first] = (await designer.send('addAuditSection', { title: 'Views' })).sections;
    const [second] = (await designer.send('addAuditSection', { title: 'Reason', place: 1 })).sections;
    expect(designer.last.sections.map((one: { title: string }) => one.title)).toEqual(['Reason', 'Views']);
    const add = (sectionId: string, key: string, question: object, place?: number) => designer.send('addAuditQuestion', { sectionId, key, question: { text: `About ${key}?`, kind: 'GRADE', ...question }, place });
    await add(first.id, 'told', { kind: 'YES_NO_NA', limiting: true, capsAt: 'INADEQUATE' });
    await add(first.id, 'how-told', { askedWhen: { key: 'told', answers: ['YES'] }, evidenceRequired: true, weight: 3 });
    await add(second.id, 'right-time', {});
    await add(first.id, 'asked', { kind: 'SCALE', mandatory: false }, 1);
    expect(questions(designer.last)).toEqual(['1 right-time', '2 asked', '3 told', '4 how-told']);
    expect(designer.last.sections[1].questions).toMatchObject([
      { key: 'asked', kind: 'SCALE', weight: 0, mandatory: false },
      { key: 'told', limiting: true, capsAt: 'INADEQUATE', askedWhen: null },
      { key: 'how-told', weight: 3, evidenceRequired: true, askedWhen: { key: 'told', answers: ['YES'] } },
    ]);
    expect(questions(await designer.send('changeAuditQuestion', { key: 'asked', sectionId: second.id }))).toEqual(['1 right-time', '2 asked', '3 told', '4 how-told']);
    expect(questions(await designer.send('changeAuditSection', { sectionId: first.id, place: 1, title: 'What was said' }))).toEqual(['1 told', '2 how-told', '3 right-time', '4 asked']);
    expect(questions(await designer.send('changeAuditQuestion', { key: 'asked', place: 1 }))).toEqual(['1 told', '2 how-told', '3 asked', '4 right-time']);
    expect(await designer.send('removeAuditQuestion', { key: 'told' })).toMatchObject({ code: 'AuditQuestionNeeded', message: 'The question how-told depends on this one. Change that one first.' });
    expect(await designer.send('removeAuditSection', { sectionId: first.id })).toMatchObject({ code: 'AuditSectionNotEmpty' });
    expect(questions(await designer.send('removeAuditQuestion', { key: 'asked' }))).toEqual(['1 told', '2 how-told', '3 right-time']);
  });

  it('and is piloted, published and retired when it is whole', async () => {
    const designer = new Designer(casework, casework.qpa);
    await designer.send('createAuditTool', { code: 'step', title: 'Step-down audit' });
    expect(await designer.send('pilotAuditToolVersion')).toMatchObject({ code: 'AuditToolIncomplete', message: 'The tool has no section yet.' });
    const { sections } = await designer.send('addAuditSection', { title: 'Plan' });
    expect(await designer.send('publishAuditToolVersion')).toMatchObject({ code: 'AuditToolIncomplete' });
    await designer.send('addAuditQuestion', { sectionId: sections[0].id, key: 'why', question: { text: 'Why?', kind: 'TEXT', askedWhen: { key: 'agreed', answers: ['NO'] } } });
    await designer.send('addAuditQuestion', { sectionId: sections[0].id, key: 'agreed', question: { text: 'Was it agreed?', kind: 'YES_NO_NA' } });
    await designer.send('setAuditChecklist', { items: [{ key: 'plan', text: 'The plan is on the file.' }] });
    expect(await designer.send('publishAuditToolVersion')).toMatchObject({ message: 'The question why depends on agreed, which does not come before it.' });
    await designer.send('changeAuditQuestion', { key: 'why', place: 2 });
    await designer.send('setAuditToolServices', { serviceIds: [globalId('Service', casework.service)] });
    expect(await designer.send('pilotAuditToolVersion')).toMatchObject({ state: 'PILOT', pilotedOn: '2026-03-18', publishedOn: null, services: [{ id: globalId('Service', casework.service) }] });
    expect(await designer.send('changeAuditSection', { sectionId: sections[0].id, title: 'Late' })).toMatchObject({ code: 'AuditToolStateWrong' });
    expect(await designer.send('publishAuditToolVersion')).toMatchObject({ state: 'PUBLISHED', publishedOn: '2026-03-18' });
    const first = designer.last;
    expect(await designer.send('draftAuditToolVersion', { toolId: first.tool.id })).toMatchObject({ number: 2, state: 'DRAFT', checklist: [{ key: 'plan' }], services: [{}] });
    expect(await designer.send('draftAuditToolVersion', { toolId: first.tool.id })).toMatchObject({ code: 'AuditToolDraftOpen' });
    expect(questions(designer.last)).toEqual(['1 agreed', '2 why']);
    await designer.send('publishAuditToolVersion');
    const { data } = await casework.ask(casework.worker, '{ auditTool(code: "step") { current { number } pilot { number } versions { number state retiredOn } } }');
    expect(data.auditTool).toEqual({ current: { number: 2 }, pilot: null, versions: [{ number: 2, state: 'PUBLISHED', retiredOn: null }, { number: 1, state: 'RETIRED', retiredOn: '2026-03-18' }] });
    expect(await designer.send('retireAuditToolVersion')).toMatchObject({ state: 'RETIRED' });
  });

  it('and is refused what is stale, taken, unknown or out of form, with nothing changed', async () => {
    const designer = new Designer(casework, casework.psw);
    const { sections, id, version } = await designer.simple('refusals');
    const before = designer.last;
    expect(await designer.send('createAuditTool', { code: 'refusals', title: 'Again' })).toMatchObject({ code: 'AuditToolCodeTaken', path: ['code'] });
    expect(await designer.send('createAuditTool', { code: 'Not a code', title: 'Again' })).toMatchObject({ code: 'InputInvalid', path: ['code'] });
    const add = (more: object) => designer.send('addAuditQuestion', { sectionId: sections[0].id, key: 'other', question: { text: 'Other?', kind: 'GRADE' }, ...more });
    expect(await add({ version: version - 1 })).toMatchObject({ code: 'AuditToolVersionStale' });
    expect(await add({ key: 'seen-alone' })).toMatchObject({ code: 'AuditQuestionKeyTaken', path: ['key'] });
    expect(await add({ key: 'Ünfit' })).toMatchObject({ code: 'InputInvalid', path: ['key'] });
    expect(await add({ question: { text: 'Other?', kind: 'RAG', weight: 2 } })).toMatchObject({ code: 'InputInvalid', path: ['question', 'weight'] });
    expect(await add({ sectionId: globalId('AuditSection', randomUUID()) })).toMatchObject({ code: 'NotFound', path: ['sectionId'] });
    const [foreign] = await casework.behind<{ id: string }>(`select s.id from casework.audit_section s join casework.audit_tool_version v on v.id = s.version_id where v.state = 'PUBLISHED' limit 1`);
    expect(await add({ sectionId: globalId('AuditSection', foreign?.id as string) })).toMatchObject({ code: 'NotFound' });
    expect(await designer.send('setAuditChecklist', { items: [{ key: 'a1', text: 'x' }, { key: 'a1', text: 'y' }] })).toMatchObject({ code: 'InputInvalid', path: ['items', '1', 'key'] });
    expect(await designer.send('removeAuditQuestion', { key: 'nothing' })).toMatchObject({ code: 'NotFound' });
    expect(await casework.behind('select version from casework.audit_tool_version where id = $1', [Buffer.from(id, 'base64url').toString().split(':')[1]])).toEqual([{ version: before.version }]);
  });

  it('by quality alone', async () => {
    const input = { idempotencyKey: randomUUID(), code: 'not-mine', title: 'Not mine' };
    for (const role of ['practitioner', 'senior_social_worker', 'team_manager', 'service_manager', 'head_of_service', 'director', 'principal_iro', 'iro', 'compass_service_manager', 'early_help_service_manager', 'administrator', 'hr_officer'] as const) {
      const { errors } = await casework.ask(viewer(role), 'mutation M($input: CreateAuditToolInput!) { createAuditTool(input: $input) { __typename } }', { input });
      expect([role, errors[0]?.extensions?.code]).toEqual([role, 'FORBIDDEN']);
    }
  });

  it('and says which wordings of a question may be compared', async () => {
    const designer = new Designer(casework, casework.psw);
    await designer.simple('wordings');
    await designer.send('publishAuditToolVersion');
    await designer.reworded('Was the child seen by themselves?');
    await designer.send('draftAuditToolVersion', { toolId: designer.last.tool.id });
    await designer.send('changeAuditQuestion', { key: 'seen-alone', question: { text: 'Was the child seen without others?', kind: 'YES_NO_NA', meansTheSameAs: 2 } });
    await designer.send('publishAuditToolVersion');
    const { data } = await casework.ask(casework.worker, '{ auditTool(code: "wordings") { questionHistories(key: "seen-alone") { key comparable wordings { versionNumber text comparableWithLast notComparableBecause } } } }');
    expect(data.auditTool.questionHistories).toEqual([{
      key: 'seen-alone',
      comparable: [[1], [2, 3]],
      wordings: [
        { versionNumber: 1, text: 'Was the child seen alone?', comparableWithLast: null, notComparableBecause: null },
        { versionNumber: 2, text: 'Was the child seen by themselves?', comparableWithLast: false, notComparableBecause: 'WORDING' },
        { versionNumber: 3, text: 'Was the child seen without others?', comparableWithLast: true, notComparableBecause: null },
      ],
    }]);
  });

  it.each([
    `update audit_tool set code = 'another' where code = 'wordings'`,
    `update audit_tool set title = 'Another' where code = 'wordings'`,
    `update audit_question set asked_when_key = 'x1', asked_when_answers = '{YES}' where key = 'seen-alone'`,
    `update audit_question set evidence_required = true where key = 'seen-alone'`,
    `update audit_question set means_the_same_as = 1 where key = 'seen-alone'`,
    `insert into audit_tool_service (version_id, service_id) select id, gen_random_uuid() from audit_tool_version where state = 'PUBLISHED' limit 1`,
    `delete from audit_tool_service`,
    `update audit_tool_version set state = 'PILOT', published_on = null, piloted_on = current_date where state = 'PUBLISHED'`,
    `update audit_tool_version set piloted_on = '2020-01-01' where state = 'PUBLISHED'`,
    `update audit_tool_version set published_on = null where state = 'RETIRED'`,
  ])('and never changes once it was published, by the application’s own login either: %s', async (sql) => {
    for (const who of [casework.psw, casework.machine]) await expect(casework.sql(who, sql)).rejects.toMatchObject({ code: '23001' });
  });

  it('is not changed in the moment in which it is published', async () => {
    const designer = new Designer(casework, casework.psw);
    const { id } = await designer.simple('moment');
    const versionId = Buffer.from(id, 'base64url').toString().split(':')[1];
    const other = new Client({ connectionString: casework.database.adminUrl });
    await other.connect();
    await other.query('begin');
    await other.query(`update casework.audit_tool_version set state = 'PUBLISHED', published_on = '2026-03-18' where id = $1`, [versionId]);
    const late = casework.sql(casework.psw, `update audit_question set text = 'Too late.' where version_id = $1`, [versionId]).then(() => 'changed', (error: { code?: string }) => error.code);
    let over = false;
    void late.then(() => (over = true));
    for (let waits = 0; waits === 0 && !over; ) waits = (await casework.behind(`select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`)).length;
    await other.query('commit');
    await other.end();
    expect(await late).toBe('23001');
    expect(await casework.behind('select text from casework.audit_question where version_id = $1', [versionId])).toEqual([{ text: 'Was the child seen alone?' }]);
  });

  it('for some services, and its pilot is given out only where it is asked for', async () => {
    const designer = new Designer(casework, casework.psw);
    await designer.simple('narrow');
    await designer.send('setAuditToolServices', { serviceIds: [globalId('Service', randomUUID())] });
    await designer.send('pilotAuditToolVersion');
    const child = shown('Child', await casework.child());
    const allocate = async (more: object) => {
      const input = { idempotencyKey: randomUUID(), childId: child, auditorId: shown('Worker', casework.southManager.personId), toolCode: 'narrow', dueOn: '2026-04-01', ...more };
      const { data } = await casework.ask(casework.qpa, 'mutation M($input: AllocateAuditInput!) { allocateAudit(input: $input) { __typename ... on AllocateAuditSuccess { audit { tool { number state } } } } }', { input });
      return data.allocateAudit;
    };
    expect(await allocate({})).toEqual({ __typename: 'NotFound' });
    expect(await allocate({ pilot: true })).toEqual({ __typename: 'AuditToolNotForService' });
    await designer.send('retireAuditToolVersion');
    await designer.send('draftAuditToolVersion', { toolId: designer.last.tool.id });
    await designer.send('setAuditToolServices', { serviceIds: [] });
    await designer.send('pilotAuditToolVersion');
    expect(await allocate({ pilot: true })).toMatchObject({ audit: { tool: { number: 2, state: 'PILOT' } } });
  });
});
