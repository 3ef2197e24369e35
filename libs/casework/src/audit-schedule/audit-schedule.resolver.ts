import { todayInLondon } from '@qaf/calendar';
import { command, Does, type GraphContext, LocalDate, type ProblemValue, resultOf, type Success } from '@qaf/graph';
import { Arg, Ctx, Field, FieldResolver, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { auditToolById } from '../audit-tool/audit-tool.queries';
import { AuditTool } from '../audit-tool/audit-tool.type';
import { EndAuditScheduleInput, SetAuditScheduleInput } from './audit-schedule.inputs';
import { AuditScheduleOverlaps, AuditScheduleVersionStale } from './audit-schedule.problems';
import { auditScheduleById, SCHEDULE_COLUMNS } from './audit-schedule.queries';
import { endSchedule, setSchedule } from './audit-schedule.service';
import { AuditSchedule } from './audit-schedule.type';

function scheduleResult(name: string, description: string, problems: (abstract new (...args: never[]) => object)[]): object {
  @ObjectType(`${name}Success`, { description })
  class ScheduleSuccess {
    scheduleId!: string;

    @Field(() => AuditSchedule, { nullable: true, description: 'The schedule as it stands now.' })
    schedule(@Ctx() { unit }: GraphContext): Promise<AuditSchedule | null> {
      return unit.load(auditScheduleById, this.scheduleId);
    }
  }
  return resultOf(`${name}Result`, ScheduleSuccess, problems);
}

const SetAuditScheduleResult = scheduleResult('SetAuditSchedule', 'The schedule holds from its day on.', [AuditScheduleOverlaps]);
const EndAuditScheduleResult = scheduleResult('EndAuditSchedule', 'The schedule ends on the day.', [AuditScheduleVersionStale]);

@Resolver(() => AuditSchedule)
export class AuditScheduleResolver {
  @Query(() => [AuditSchedule], { description: 'What the programme asks of each role on a day, by role and tool.' })
  @Does('audit-tool.read')
  async auditSchedules(
    @Ctx() { unit, now }: GraphContext,
    @Arg('asOf', () => LocalDate, { nullable: true, description: 'The day asked about; today when left out.' }) asOf?: string,
  ): Promise<AuditSchedule[]> {
    return unit.query(
      `select ${SCHEDULE_COLUMNS} from audit_schedule s join audit_tool t on t.id = s.tool_id
       where s.valid_from <= $1::date and (s.valid_to is null or s.valid_to > $1::date) order by s.role, t.code, s.kind`,
      [asOf ?? todayInLondon(now)],
    );
  }

  @Mutation(() => SetAuditScheduleResult, { description: 'Says how many audits holders of a role do from a day on. For the Principal Social Worker and QPA; never dated back.' })
  @Does('audit.schedule')
  async setAuditSchedule(@Ctx() context: GraphContext, @Arg('input', () => SetAuditScheduleInput, { description: 'Who, how many, how often, with what.' }) input: SetAuditScheduleInput): Promise<Success | ProblemValue> {
    return command(context, 'setAuditSchedule', input, (tx) => setSchedule(tx, input, context.now));
  }

  @Mutation(() => EndAuditScheduleResult, { description: 'Ends a schedule. For the Principal Social Worker and QPA; never dated back.' })
  @Does('audit.schedule')
  async endAuditSchedule(@Ctx() context: GraphContext, @Arg('input', () => EndAuditScheduleInput, { description: 'Which, and when.' }) input: EndAuditScheduleInput): Promise<Success | ProblemValue> {
    return command(context, 'endAuditSchedule', input, (tx) => endSchedule(tx, input, context.now));
  }

  @FieldResolver(() => AuditTool, { nullable: true, description: 'The tool.' })
  async tool(@Root() schedule: AuditSchedule, @Ctx() { unit }: GraphContext): Promise<AuditTool | null> {
    return schedule.toolId ? unit.load(auditToolById, schedule.toolId) : null;
  }
}
