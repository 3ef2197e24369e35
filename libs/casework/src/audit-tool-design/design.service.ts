import type { CommandTransaction } from '@qaf/database';
import { inputInvalid, notFound, refuse, type Success, uuidOf } from '@qaf/graph';
import type { AddAuditSectionInput, ChangeAuditSectionInput, CreateAuditToolInput, DraftAuditToolVersionInput, RemoveAuditSectionInput } from './design.inputs';
import { placed } from './design.rules';
import { copyVersion } from './copy-version';
import { numberQuestions, numberSections, sectionsInOrder } from './design-order';
import { bumpVersion, versionFor } from './tool-version.change';

/** Begins a tool, with an empty draft of its first version. */
export async function createTool(tx: CommandTransaction, input: CreateAuditToolInput): Promise<Success> {
  if (!/^[a-z0-9-]{2,40}$/.test(input.code)) throw inputInvalid(['code'], 'The code is 2 to 40 small letters, digits and dashes.');
  if (input.title === '') throw inputInvalid(['title'], 'Name the tool.');
  const [tool] = await tx.query<{ id: string }>('insert into audit_tool (code, title) values ($1, $2) on conflict (code) do nothing returning id', [input.code, input.title]);
  if (!tool) throw refuse('AuditToolCodeTaken', 'Another tool has this code.', ['code']);
  const [version] = await tx.query<{ id: string }>('insert into audit_tool_version (tool_id, number) values ($1, 1) returning id', [tool.id]);
  return { __typename: 'CreateAuditToolSuccess', toolVersionId: version?.id };
}

/** Begins the next version of a tool as a copy of its newest. */
export async function draftVersion(tx: CommandTransaction, input: DraftAuditToolVersionInput): Promise<Success> {
  const toolId = uuidOf('AuditTool', input.toolId);
  const [tool] = toolId ? await tx.query('select id from audit_tool where id = $1 for update', [toolId]) : [];
  if (!tool) throw notFound(['toolId'], 'audit tool');
  const [last] = await tx.query<{ id: string; number: number; state: string }>('select id, number, state from audit_tool_version where tool_id = $1 order by number desc limit 1', [toolId]);
  if (last?.state === 'DRAFT') throw refuse('AuditToolDraftOpen', 'The tool has a draft already. Go on with that one.', ['toolId']);
  const [draft] = await tx.query<{ id: string }>('insert into audit_tool_version (tool_id, number) values ($1, $2) returning id', [toolId, (last?.number ?? 0) + 1]);
  if (last && draft) await copyVersion(tx, last.id, draft.id);
  return { __typename: 'DraftAuditToolVersionSuccess', toolVersionId: draft?.id };
}

export async function addSection(tx: CommandTransaction, input: AddAuditSectionInput): Promise<Success> {
  const { version } = await versionFor(tx, 'design', input);
  if (input.title === '') throw inputInvalid(['title'], 'Give the section a heading.');
  const before = await sectionsInOrder(tx, version.id);
  const [section] = await tx.query<{ id: string }>('insert into audit_section (version_id, position, title) values ($1, $2, $3) returning id', [version.id, before.length + 1, input.title]);
  await numberSections(tx, placed(before, section?.id as string, input.place ?? null));
  await numberQuestions(tx, version.id);
  await bumpVersion(tx, version);
  return { __typename: 'AddAuditSectionSuccess', toolVersionId: version.id };
}

export async function changeSection(tx: CommandTransaction, input: ChangeAuditSectionInput): Promise<Success> {
  const { version } = await versionFor(tx, 'design', input);
  const id = await sectionOf(tx, version.id, input.sectionId);
  if (input.title === '') throw inputInvalid(['title'], 'Give the section a heading.');
  if (input.title != null) await tx.query('update audit_section set title = $2 where id = $1', [id, input.title]);
  if (input.place != null) await numberSections(tx, placed(await sectionsInOrder(tx, version.id), id, input.place));
  await numberQuestions(tx, version.id);
  await bumpVersion(tx, version);
  return { __typename: 'ChangeAuditSectionSuccess', toolVersionId: version.id };
}

export async function removeSection(tx: CommandTransaction, input: RemoveAuditSectionInput): Promise<Success> {
  const { version } = await versionFor(tx, 'design', input);
  const id = await sectionOf(tx, version.id, input.sectionId);
  const [question] = await tx.query('select id from audit_question where section_id = $1 limit 1', [id]);
  if (question) throw refuse('AuditSectionNotEmpty', 'The section has questions. Move or remove them first.', ['sectionId']);
  await tx.query('delete from audit_section where id = $1', [id]);
  await numberSections(tx, await sectionsInOrder(tx, version.id));
  await bumpVersion(tx, version);
  return { __typename: 'RemoveAuditSectionSuccess', toolVersionId: version.id };
}

/** The section's UUID, where it is one of the version. */
export async function sectionOf(tx: CommandTransaction, versionId: string, given: string): Promise<string> {
  const id = uuidOf('AuditSection', given);
  const [section] = id ? await tx.query<{ id: string }>('select id from audit_section where id = $1 and version_id = $2', [id, versionId]) : [];
  if (!section) throw notFound(['sectionId'], 'section of the draft');
  return section.id;
}
