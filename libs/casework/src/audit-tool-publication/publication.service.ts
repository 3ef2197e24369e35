import { todayInLondon } from '@qaf/calendar';
import type { CommandTransaction } from '@qaf/database';
import { refuse, type Success } from '@qaf/graph';
import { bumpVersion, type VersionInHand, versionFor } from '../audit-tool-design/tool-version.change';
import type { PilotAuditToolVersionInput, PublishAuditToolVersionInput, RetireAuditToolVersionInput } from './publication.inputs';
import { designFault, type DesignedQuestion } from './publication.rules';

/** Lets audits be tried on a draft: it does not change any more, and is no rival of the version in use. */
export async function pilotVersion(tx: CommandTransaction, input: PilotAuditToolVersionInput, now: Date): Promise<Success> {
  const { version, next } = await versionFor(tx, 'pilot', input);
  await mustBeWhole(tx, version);
  const [other] = await tx.query(`select id from audit_tool_version where tool_id = $1 and state = 'PILOT'`, [version.toolId]);
  if (other) throw refuse('AuditToolPilotOpen', 'Another version of the tool is being piloted. Publish or retire it first.', ['toolVersionId']);
  await bumpVersion(tx, version, `state = $2, piloted_on = $3`, [next, todayInLondon(now)]);
  return { __typename: 'PilotAuditToolVersionSuccess', toolVersionId: version.id };
}

/** Puts a version in use and retires the one before it: from today audits are allocated on this one. */
export async function publishVersion(tx: CommandTransaction, input: PublishAuditToolVersionInput, now: Date): Promise<Success> {
  const { version, next } = await versionFor(tx, 'publish', input);
  await mustBeWhole(tx, version);
  const today = todayInLondon(now);
  await tx.query(`update audit_tool_version set state = 'RETIRED', retired_on = $2, version = version + 1 where tool_id = $1 and state = 'PUBLISHED'`, [version.toolId, today]);
  await bumpVersion(tx, version, `state = $2, published_on = $3`, [next, today]);
  return { __typename: 'PublishAuditToolVersionSuccess', toolVersionId: version.id };
}

/** Takes a version out of use. Audits that were allocated on it keep it. */
export async function retireVersion(tx: CommandTransaction, input: RetireAuditToolVersionInput, now: Date): Promise<Success> {
  const { version, next } = await versionFor(tx, 'retire', input);
  await bumpVersion(tx, version, `state = $2, retired_on = $3`, [next, todayInLondon(now)]);
  return { __typename: 'RetireAuditToolVersionSuccess', toolVersionId: version.id };
}

async function mustBeWhole(tx: CommandTransaction, { id, toolId, number }: VersionInHand): Promise<void> {
  const sections = await tx.query<{ title: string; questions: number }>(
    `select s.title, count(q.id)::int as questions from audit_section s left join audit_question q on q.section_id = s.id where s.version_id = $1 group by s.id order by s.position`,
    [id],
  );
  const [checklist] = await tx.query<{ n: number }>('select count(*)::int as n from audit_checklist_item where version_id = $1', [id]);
  const known = await tx.query<{ key: string; numbers: number[] }>(
    `select q.key, array_agg(v.number) as numbers from audit_question q join audit_tool_version v on v.id = q.version_id where v.tool_id = $1 and v.number < $2 group by q.key`,
    [toolId, number],
  );
  const earlier = new Map(known.map(({ key, numbers }) => [key, numbers]));
  const fault = designFault({ number, sections, questions: await questionsOf(tx, id), checklistItems: checklist?.n ?? 0, earlier });
  if (fault) throw refuse('AuditToolIncomplete', fault, ['toolVersionId']);
}

async function questionsOf(tx: CommandTransaction, versionId: string): Promise<DesignedQuestion[]> {
  return tx.query<DesignedQuestion>(
    `select key, kind, means_the_same_as as "meansTheSameAs",
       case when asked_when_key is not null then json_build_object('key', asked_when_key, 'answers', asked_when_answers) end as "askedWhen"
     from audit_question where version_id = $1 order by position`,
    [versionId],
  );
}
