import { CHILD_JOURNEY, CHILD_JOURNEY_CHECKLIST, type ToolQuestion } from './child-journey.reference';

/** An open transaction as the import machine or quality, who alone may write tools. */
interface Transaction {
  query(sql: string, params?: unknown[]): Promise<unknown>;
}

/** The first day of the first business year that audits can be shown for. */
const PUBLISHED_ON = '2016-04-01';

/** Publishes version 1 of the Child Journey audit tool. Where the tool is there already, nothing changes. */
export async function seedChildJourneyTool(tx: Transaction): Promise<void> {
  const [tool] = (await tx.query(
    `insert into audit_tool (code, title) values ('child-journey', 'Child Journey audit') on conflict (code) do nothing returning id`,
  )) as { id: string }[];
  if (!tool) return;
  const [version] = (await tx.query(`insert into audit_tool_version (tool_id, number) values ($1, 1) returning id`, [tool.id])) as { id: string }[];
  const versionId = version?.id;
  await tx.query(
    `insert into audit_section (version_id, position, title) select $1, s.position, s.title from json_to_recordset($2::text::json) as s(position int, title text)`,
    [versionId, JSON.stringify(CHILD_JOURNEY.map(({ title }, index) => ({ position: index + 1, title })))],
  );
  await tx.query(QUESTIONS, [versionId, JSON.stringify(questionRows())]);
  await tx.query(
    `insert into audit_checklist_item (version_id, position, key, text) select $1, i.position, i.key, i.text from json_to_recordset($2::text::json) as i(position int, key text, text text)`,
    [versionId, JSON.stringify(CHILD_JOURNEY_CHECKLIST.map((item, index) => ({ position: index + 1, ...item })))],
  );
  await tx.query(`update audit_tool_version set state = 'PUBLISHED', published_on = $2, version = version + 1 where id = $1`, [versionId, PUBLISHED_ON]);
}

const QUESTIONS = `
  insert into audit_question (version_id, section_id, position, key, text, guidance, kind, weight, mandatory, limiting, priority_code)
  select $1, s.id, q.position, q.key, q.text, q.guidance, q.kind, q.weight, q.mandatory, q.limiting, q.priority
  from json_to_recordset($2::text::json) as q(section int, position int, key text, text text, guidance text, kind text, weight int, mandatory boolean, limiting boolean, priority text)
  join audit_section s on s.version_id = $1 and s.position = q.section`;

function questionRows(): object[] {
  const all = CHILD_JOURNEY.flatMap(({ priority, questions }, index) => questions.map((question) => ({ question, section: index + 1, priority })));
  return all.map(({ question, section, priority }, index) => ({ ...rowOf(question), section, position: index + 1, priority }));
}

function rowOf({ key, kind, text, guidance, weight = 1, limiting, optional }: ToolQuestion): object {
  return { key, kind, text, guidance: guidance ?? null, weight: kind === 'GRADE' ? weight : 0, limiting: limiting ?? false, mandatory: !optional };
}
