import { Casework, viewer } from '../casework.fixtures';
import { seedChildJourneyTool } from './child-journey.seed';

describe('the Child Journey audit tool', () => {
  let casework: Casework;

  beforeAll(async () => {
    casework = await Casework.open();
  }, 60_000);
  afterAll(() => casework.close());

  const counts = () =>
    casework.behind(`select (select count(*)::int from casework.audit_tool) as tools, (select count(*)::int from casework.audit_tool_version) as versions,
      (select count(*)::int from casework.audit_section) as sections, (select count(*)::int from casework.audit_question) as questions, (select count(*)::int from casework.audit_checklist_item) as items`);

  it('is published with its twenty-five questions, and publishing it again changes nothing', async () => {
    expect(await counts()).toEqual([{ tools: 1, versions: 1, sections: 6, questions: 25, items: 8 }]);
    await casework.as(casework.machine, seedChildJourneyTool);
    expect(await counts()).toEqual([{ tools: 1, versions: 1, sections: 6, questions: 25, items: 8 }]);
  });

  it('is read by all staff, by section, with the priority that each question serves', async () => {
    const { data } = await casework.ask(viewer('practitioner'), '{ auditTools { code } auditTool(code: "child-journey") { title current { number state publishedOn sections { title questions { key kind limiting priority { code } } } } } }');
    expect(data.auditTools).toEqual([{ code: 'child-journey' }]);
    expect(data.auditTool.current).toMatchObject({ number: 1, state: 'PUBLISHED' });
    expect(data.auditTool.current.sections.map((section: { questions: object[] }) => section.questions.length)).toEqual([4, 4, 5, 4, 4, 4]);
    const priorities = new Set(data.auditTool.current.sections.flatMap((section: { questions: { priority: { code: string } | null }[] }) => section.questions.map((question) => question.priority?.code)));
    expect([...priorities].sort()).toEqual(['assessments', 'management-oversight', 'meetings-and-reviews', 'plans-and-planning', 'visits', undefined]);
  });

  it('serves each practice priority with its questions', async () => {
    const { data } = await casework.ask(viewer('practitioner'), '{ _entities(representations: [{ __typename: "PracticePriority", code: "visits" }, { __typename: "PracticePriority", code: "none" }]) { ... on PracticePriority { code auditQuestions { key } } } }');
    expect(data._entities).toEqual([
      { code: 'visits', auditQuestions: ['visits-in-time', 'seen-alone', 'direct-work', 'relationship'].map((key) => ({ key })) },
      { code: 'none', auditQuestions: [] },
    ]);
  });

  it.each([
    `update audit_question set text = 'Another.'`,
    `update audit_question set weight = 9 where key = 'drift'`,
    `delete from audit_question where key = 'drift'`,
    `insert into audit_question (version_id, section_id, position, key, text, kind) select version_id, section_id, 99, 'new', 'New?', 'TEXT' from audit_question limit 1`,
    `update audit_section set title = 'Another.'`,
    `delete from audit_section`,
    `delete from audit_checklist_item`,
    `update audit_checklist_item set text = 'Another.'`,
    `update audit_tool_version set state = 'DRAFT', published_on = null`,
    `update audit_tool_version set published_on = '2020-01-01'`,
    `update audit_tool_version set number = 2`,
  ])('once published, never changes by the application’s own login: %s', async (sql) => {
    for (const who of [casework.psw, casework.machine]) await expect(casework.sql(who, sql)).rejects.toMatchObject({ code: '23001' });
  });

  it('cannot be deleted as a whole', async () => {
    for (const table of ['audit_tool', 'audit_tool_version']) await expect(casework.sql(casework.psw, `delete from ${table}`)).rejects.toMatchObject({ code: '42501' });
  });

  it('is written by quality alone while it is a draft', async () => {
    const draft = `insert into audit_tool (code, title) values ('themed', 'Themed audit')`;
    await expect(casework.sql(casework.manager, draft)).rejects.toMatchObject({ code: '42501' });
    await casework.sql(casework.psw, draft);
    await casework.sql(casework.psw, `insert into audit_tool_version (tool_id, number) select id, 1 from audit_tool where code = 'themed'`);
    await casework.sql(casework.psw, `insert into audit_section (version_id, position, title) select v.id, 1, 'One' from audit_tool_version v where state = 'DRAFT'`);
    await casework.sql(casework.psw, `update audit_section set title = 'Changed' where title = 'One'`);
    await casework.sql(casework.psw, `update audit_tool_version set state = 'PUBLISHED', published_on = current_date where state = 'DRAFT'`);
    await expect(casework.sql(casework.psw, `update audit_section set title = 'Again' where title = 'Changed'`)).rejects.toMatchObject({ code: '23001' });
    await casework.sql(casework.psw, `update audit_tool_version v set state = 'RETIRED', retired_on = current_date from audit_tool t where t.id = v.tool_id and t.code = 'themed'`);
    await expect(casework.sql(casework.psw, `update audit_tool_version v set state = 'PUBLISHED', retired_on = null from audit_tool t where t.id = v.tool_id and t.code = 'themed'`)).rejects.toMatchObject({ code: '23001' });
  });
});
