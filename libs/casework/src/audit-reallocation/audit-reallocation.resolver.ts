import { ENGLAND, todayInLondon } from '@qaf/calendar';
import { command, Does, type GraphContext, LocalDate, type ProblemValue, resultOf, type Success } from '@qaf/graph';
import { Arg, Ctx, Field, FieldResolver, Int, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { AuditorManagesWorker, AuditStateWrong, AuditVersionStale } from '../audit/audit.problems';
import { auditSuccess } from '../audit/audit-success';
import { Audit } from '../audit/audit.type';
import { AuditorHasLeft, AuditorIsWorker, AuditOutsideStream } from '../audit-allocation/audit-allocation.problems';
import { Worker, workerRef } from '../worker/worker.type';
import { ReallocateAuditInput, RemindAuditorsInput } from './audit-reallocation.inputs';
import { reallocationsOfAudit, remindersOfAudit } from './audit-reallocation.queries';
import { reallocateAudit, remindAuditors } from './audit-reallocation.service';
import { AuditReallocation, AuditReminder } from './audit-reallocation.type';
import { overdueWorkingDays } from './reminder.rules';

@ObjectType('RemindAuditorsSuccess', { description: 'The auditors are reminded; each once when an audit is due soon and once when it is overdue, however often this is asked.', simpleResolvers: true })
class RemindAuditorsSuccess {
  @Field(() => Int, { description: 'Of how many audits they were reminded by this.' })
  reminded!: number;
}

const ReallocateAuditSuccess = auditSuccess('ReallocateAuditSuccess', 'The audit is with the other auditor.');
const ReallocateAuditResult = resultOf('ReallocateAuditResult', ReallocateAuditSuccess, [AuditVersionStale, AuditStateWrong, AuditorIsWorker, AuditorManagesWorker, AuditorHasLeft, AuditOutsideStream]);
const RemindAuditorsResult = resultOf('RemindAuditorsResult', RemindAuditorsSuccess, []);

@Resolver(() => Audit)
export class AuditReallocationsResolver {
  @Mutation(() => ReallocateAuditResult, { description: 'Gives an audit that is not submitted yet to another auditor, with a reason. For those who allocate.' })
  @Does('audit.allocate')
  async reallocateAudit(@Ctx() context: GraphContext, @Arg('input', () => ReallocateAuditInput, { description: 'Which audit, to whom, and why.' }) input: ReallocateAuditInput): Promise<Success | ProblemValue> {
    return command(context, 'reallocateAudit', input, (tx) => reallocateAudit(tx, input, context.now));
  }

  @Mutation(() => RemindAuditorsResult, { description: 'Reminds the auditors of open audits that are due within five working days or overdue. For those who allocate, of the audits that they lead; meant to be asked each day.' })
  @Does('audit.allocate')
  async remindAuditors(@Ctx() context: GraphContext, @Arg('input', () => RemindAuditorsInput, { description: 'The key of the request.' }) input: RemindAuditorsInput): Promise<Success | ProblemValue> {
    return command(context, 'remindAuditors', input, (tx) => remindAuditors(tx, context.now));
  }

  @FieldResolver(() => [AuditReallocation], { nullable: true, description: 'The auditors it went through, the first first; empty when it stayed with one.' })
  async reallocations(@Root() audit: Audit, @Ctx() { unit }: GraphContext): Promise<AuditReallocation[]> {
    return unit.load(reallocationsOfAudit, audit.id);
  }

  @FieldResolver(() => [AuditReminder], { nullable: true, description: 'What its auditors were reminded of, the first first.' })
  async reminders(@Root() audit: Audit, @Ctx() { unit }: GraphContext): Promise<AuditReminder[]> {
    return unit.load(remindersOfAudit, audit.id);
  }

  @FieldResolver(() => Int, { nullable: true, description: 'By how many working days it is or was late on a day; 0 while it is in time. The count stands still once it is submitted. Null for one that was withdrawn, and where the bank holidays are not known.' })
  overdueWorkingDays(@Root() audit: Audit, @Ctx() { now }: GraphContext, @Arg('asOf', () => LocalDate, { nullable: true, description: 'The day asked about; today when left out.' }) asOf?: string): number | null {
    if (!audit.dueOn || audit.withdrawnReason !== null) return null;
    return overdueWorkingDays({ dueOn: audit.dueOn, submittedOn: audit.submittedOn }, asOf ?? todayInLondon(now), ENGLAND);
  }
}

@Resolver(() => AuditReallocation)
export class AuditReallocationResolver {
  @FieldResolver(() => Worker, { nullable: true, description: 'Who was to do it before.' })
  from(@Root() row: AuditReallocation): Worker | null {
    return workerRef(row.fromId);
  }

  @FieldResolver(() => Worker, { nullable: true, description: 'Who was to do it from then on.' })
  to(@Root() row: AuditReallocation): Worker | null {
    return workerRef(row.toId);
  }

  @FieldResolver(() => Worker, { nullable: true, description: 'Who decided it.' })
  by(@Root() row: AuditReallocation): Worker | null {
    return workerRef(row.byId);
  }
}
