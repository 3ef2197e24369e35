import { addWorkingDays, ENGLAND } from '@qaf/calendar';
import { Grade, type GraphContext, listUnder, LocalDate, type Page, PageArgs } from '@qaf/graph';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { childById } from '../child/child.queries';
import { Child } from '../child/child.type';
import { meetingById } from '../meeting/meeting.queries';
import { CaseMeeting } from '../meeting/meeting.type';
import { Team, teamRef } from '../team/team.type';
import { Worker, workerRef } from '../worker/worker.type';
import { areasOfForm, followUpsOfForm, lastGradeOfChild, RAG_FORMS } from './rag-form.queries';
import { ANSWER_WITHIN } from './rag-form.reference';
import { RagFormConnection } from './rag-form.resolver';
import { followUpDue } from './rag-form.rules';
import { RagFollowUp, RagForm, RagFormArea } from './rag-form.type';

@Resolver(() => RagForm)
export class RagFormLinksResolver {
  @FieldResolver(() => Child, { nullable: true, description: 'The child; null for those who may not see the child.' })
  async child(@Root() form: RagForm, @Ctx() { unit }: GraphContext): Promise<Child | null> {
    return form.childId ? unit.load(childById, form.childId) : null;
  }

  @FieldResolver(() => CaseMeeting, { nullable: true, description: 'The review or conference; null for those who may not see the child.' })
  async meeting(@Root() form: RagForm, @Ctx() { unit }: GraphContext): Promise<CaseMeeting | null> {
    return form.meetingId ? unit.load(meetingById, form.meetingId) : null;
  }

  @FieldResolver(() => Worker, { nullable: true, description: 'The reviewing officer or chair who gave it.' })
  author(@Root() form: RagForm): Worker | null {
    return workerRef(form.authorId);
  }

  @FieldResolver(() => Worker, { nullable: true, description: 'Who held the case when it was given; null when nobody did.' })
  worker(@Root() form: RagForm): Worker | null {
    return workerRef(form.workerId);
  }

  @FieldResolver(() => Team, { nullable: true, description: 'The team that held the case when it was given; null when none did.' })
  team(@Root() form: RagForm): Team | null {
    return teamRef(form.teamId);
  }

  @FieldResolver(() => Worker, { nullable: true, description: 'The manager who answered; null until then.' })
  answeredBy(@Root() form: RagForm): Worker | null {
    return workerRef(form.answeredById);
  }

  @FieldResolver(() => [RagFormArea], { nullable: true, description: 'The areas in the order of the form.' })
  async areas(@Root() form: RagForm, @Ctx() { unit }: GraphContext): Promise<RagFormArea[]> {
    return unit.load(areasOfForm, form.id);
  }

  @FieldResolver(() => [RagFollowUp], { nullable: true, description: 'Meetings of the Principal IRO and a team manager about it, the first first.' })
  async followUps(@Root() form: RagForm, @Ctx() { unit }: GraphContext): Promise<RagFollowUp[]> {
    return unit.load(followUpsOfForm, form.id);
  }

  @FieldResolver(() => LocalDate, { nullable: true, description: 'The last day for the team manager’s answer: the tenth working day after it was given.' })
  answerDueOn(@Root() form: RagForm): string | null {
    return form.givenOn === null ? null : addWorkingDays(form.givenOn, ANSWER_WITHIN, ENGLAND);
  }

  @FieldResolver(() => LocalDate, { nullable: true, description: 'The day by which the next monthly meeting about it is due: a month after the last, or after it was given; null when it is green or resolved.' })
  async followUpDueOn(@Root() form: RagForm, @Ctx() { unit }: GraphContext): Promise<string | null> {
    return followUpDue(form, (await unit.load(followUpsOfForm, form.id)).at(-1)?.heldOn ?? null);
  }

  @FieldResolver(() => Grade, { nullable: true, description: 'The grade of the child’s last submitted audit, of those that the caller may see, the moderated one before the auditor’s; null without one.' })
  async lastAuditGrade(@Root() form: RagForm, @Ctx() { unit }: GraphContext): Promise<Grade | null> {
    return form.childId ? ((await unit.load(lastGradeOfChild, form.childId))[0]?.grade ?? null) : null;
  }
}

@Resolver(() => RagFollowUp)
export class RagFollowUpResolver {
  @FieldResolver(() => Worker, { nullable: true, description: 'The Principal IRO.' })
  by(@Root() followUp: RagFollowUp): Worker | null {
    return workerRef(followUp.byId);
  }

  @FieldResolver(() => Worker, { nullable: true, description: 'The team manager.' })
  with(@Root() followUp: RagFollowUp): Worker | null {
    return workerRef(followUp.withId);
  }
}

@Resolver(() => Child)
export class ChildRagFormResolver {
  @FieldResolver(() => RagFormConnection, { nullable: true, description: 'Forms after the child’s reviews and conferences, the latest first: those of them that the viewer may see.' })
  async ragForms(@Root() child: Child, @Ctx() { unit }: GraphContext, @Args(() => PageArgs) page: PageArgs): Promise<Page<RagForm>> {
    return listUnder(unit, RAG_FORMS, 'child', child.id, { page, orderBy: 'RECENT' });
  }
}
