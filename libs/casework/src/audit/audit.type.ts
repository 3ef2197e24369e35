import { Grade, LocalDate } from '@qaf/graph';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { AuditState } from './audit.state';

@ObjectType('AuditChecklistAnswer', { description: 'What the practitioner found for one item of the checklist.', simpleResolvers: true })
export class AuditChecklistAnswer {
  @Field(() => String, { description: 'The item’s key in the tool’s version.' })
  key!: string;

  @Field(() => String, { description: 'YES, NO or NOT_APPLICABLE.' })
  choice!: string;
}

@ObjectType('Audit', {
  description:
    'An audit of practice on one child’s file. Seen by its auditor and moderator, the line above the audited worker and the team’s managers and seniors, the Principal Social Worker and QPA, and by the Principal IRO where an IRO audits or is audited; by the audited worker while the checklist is theirs to complete, and again once feedback is given. To everyone else it reads as absent.',
  simpleResolvers: true,
})
@Directive('@key(fields: "id")')
@Directive('@key(fields: "ref")')
export class Audit {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Directive('@inaccessible')
  @Field(() => ID, { description: 'The key by which other parts of the graph point to an audit that the viewer may not see.' })
  ref!: string;

  @Field(() => String, { nullable: true, description: 'CHILD_JOURNEY, THEMED or JOINT (done together by two auditors).' })
  kind!: string | null;

  @Field(() => AuditState, { nullable: true, description: 'Where the audit is in its life.' })
  state!: AuditState | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day it was allocated.' })
  allocatedOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day by which it is to be submitted.' })
  dueOn!: string | null;

  @Field(() => String, { nullable: true, description: 'The month for which it counts in the audit programme, as YYYY-MM.' })
  period!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the auditor does it together with the worker.' })
  withWorker!: boolean | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day the practitioner completed the checklist; null until then.' })
  checklistDoneOn!: string | null;

  @Field(() => [AuditChecklistAnswer], { nullable: true, description: 'What the practitioner found; null until the checklist is done.' })
  checklist!: AuditChecklistAnswer[] | null;

  @Field(() => Grade, { nullable: true, description: 'The grade that counts: the moderated one where there is one, else the auditor’s. Null until submitted.' })
  grade!: Grade | null;

  @Field(() => Grade, { nullable: true, description: 'The grade that follows from the answers by weight and limiting questions; null until submitted, and when no graded question applied.' })
  computedGrade!: Grade | null;

  @Field(() => [String], { nullable: true, description: 'Keys of the limiting questions that held the computed grade down; empty when none did.' })
  limitedBy!: string[] | null;

  @Field(() => Grade, { nullable: true, description: 'The auditor’s own overall grade; null until submitted.' })
  judgedGrade!: Grade | null;

  @Field(() => String, { nullable: true, description: 'Why the auditor judged so. May hold personal detail.' })
  gradeReason!: string | null;

  @Field(() => String, { nullable: true, description: 'What was done well. May hold personal detail; null until submitted.' })
  strengths!: string | null;

  @Field(() => String, { nullable: true, description: 'What should improve. May hold personal detail; null until submitted.' })
  areasToImprove!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the child’s voice is evident on the file; null until submitted.' })
  childVoiceEvident!: boolean | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day it was submitted; null until then.' })
  submittedOn!: string | null;

  @Field(() => Grade, { nullable: true, description: 'The moderator’s grade; null when not moderated.' })
  moderatedGrade!: Grade | null;

  @Field(() => String, { nullable: true, description: 'Why the moderator judged so. May hold personal detail; null when not moderated.' })
  moderationReason!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day it was moderated; null when not.' })
  moderatedOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day the worker was given feedback; null until then.' })
  feedbackGivenOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day the worker acknowledged the feedback; null until then.' })
  acknowledgedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'What the worker said to the feedback. May hold personal detail; null when nothing.' })
  workerComment!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day it was closed; null while it is not.' })
  closedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was withdrawn; null when it was not.' })
  withdrawnReason!: string | null;

  @Field(() => Int, { nullable: true, description: 'Changes with each change; send it back when changing the audit.' })
  version!: number | null;

  childId?: string;
  toolVersionId?: string;
  auditorId?: string;
  moderatorId?: string | null;
  workerId?: string | null;
  teamId?: string | null;
}
