import { todayInLondon } from '@qaf/calendar';
import { command, Does, type GraphContext, Problem, resultOf } from '@qaf/graph';
import { Arg, Ctx, FieldResolver, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { Worker } from '../worker/worker.type';
import { settingsOf } from '../workforce-setting/workforce-setting.queries';
import { RecordDbsCheckInput, RecordDbsStatusCheckInput } from './dbs.inputs';
import { dbsCheckById, dbsChecksOfWorker, statusChecksOf } from './dbs.queries';
import { recheckOf } from './dbs.rules';
import { recordDbsCheck, recordDbsStatusCheck } from './dbs.service';
import { DbsCheck, DbsRecheck, DbsStatusCheck } from './dbs.type';

@ObjectType('DbsCheckOnRecord', { implements: Problem, description: 'A certificate, or a look at it, of that day is on record already.', simpleResolvers: true })
export class DbsCheckOnRecord extends Problem {}

@ObjectType('RecordDbsCheckSuccess', { description: 'The certificate is on record.', simpleResolvers: true })
export class RecordDbsCheckSuccess {
  dbsCheckId!: string;
}

@ObjectType('RecordDbsStatusCheckSuccess', { description: 'The look at the certificate is on record.', simpleResolvers: true })
export class RecordDbsStatusCheckSuccess {
  dbsCheckId!: string;
}

const RecordDbsCheckResult = resultOf('RecordDbsCheckResult', RecordDbsCheckSuccess, [DbsCheckOnRecord]);
const RecordDbsStatusCheckResult = resultOf('RecordDbsStatusCheckResult', RecordDbsStatusCheckSuccess, [DbsCheckOnRecord]);
const CHECK = { nullable: true, description: 'The certificate as it stands now.' } as const;

@Resolver(() => RecordDbsCheckSuccess)
export class RecordDbsCheckResolver {
  @Mutation(() => RecordDbsCheckResult, { description: 'Puts a certificate on record: its level and day of issue, nothing that it says.' })
  @Does('personnel.record')
  async recordDbsCheck(@Ctx() context: GraphContext, @Arg('input', () => RecordDbsCheckInput, { description: 'The certificate.' }) input: RecordDbsCheckInput): Promise<object> {
    return command(context, 'recordDbsCheck', input, (tx) => recordDbsCheck(tx, input, todayInLondon(context.now)));
  }

  @Mutation(() => RecordDbsStatusCheckResult, { description: 'Puts a look at a certificate’s standing on record.' })
  @Does('personnel.record')
  async recordDbsStatusCheck(@Ctx() context: GraphContext, @Arg('input', () => RecordDbsStatusCheckInput, { description: 'The look.' }) input: RecordDbsStatusCheckInput): Promise<object> {
    return command(context, 'recordDbsStatusCheck', input, (tx) => recordDbsStatusCheck(tx, input, todayInLondon(context.now)));
  }

  @FieldResolver(() => DbsCheck, CHECK)
  async dbsCheck(@Root() success: RecordDbsCheckSuccess, @Ctx() { unit }: GraphContext): Promise<DbsCheck | null> {
    return unit.load(dbsCheckById, success.dbsCheckId);
  }
}

@Resolver(() => RecordDbsStatusCheckSuccess)
export class RecordDbsStatusCheckResolver {
  @FieldResolver(() => DbsCheck, CHECK)
  async dbsCheck(@Root() success: RecordDbsStatusCheckSuccess, @Ctx() { unit }: GraphContext): Promise<DbsCheck | null> {
    return unit.load(dbsCheckById, success.dbsCheckId);
  }
}

@Resolver(() => DbsCheck)
export class DbsCheckResolver {
  @FieldResolver(() => [DbsStatusCheck], { nullable: true, description: 'Looks at its standing, the latest first.' })
  async statusChecks(@Root() check: DbsCheck, @Ctx() { unit }: GraphContext): Promise<DbsStatusCheck[]> {
    return unit.load(statusChecksOf, check.id);
  }

  @FieldResolver(() => DbsRecheck, { nullable: true, description: 'When it is to be looked at again by the authority’s interval; null where the authority had none.' })
  async recheck(@Root() check: DbsCheck, @Ctx() { unit, now }: GraphContext): Promise<DbsRecheck | null> {
    const [looks, intervals] = await Promise.all([unit.load(statusChecksOf, check.id), unit.load(settingsOf, 'DBS_INTERVAL_MONTHS')]);
    return recheckOf(check.issuedOn ?? '', looks.flatMap(({ checkedOn }) => checkedOn ?? []), intervals, todayInLondon(now));
  }
}

@Resolver(() => Worker)
export class WorkerDbsResolver {
  @FieldResolver(() => [DbsCheck], { nullable: true, description: 'DBS certificates, the latest first; empty for those who may not see them.' })
  async dbsChecks(@Root() worker: Worker, @Ctx() { unit }: GraphContext): Promise<DbsCheck[]> {
    return unit.load(dbsChecksOfWorker, worker.id);
  }
}

export const dbsResolvers = [RecordDbsCheckResolver, RecordDbsStatusCheckResolver, DbsCheckResolver, WorkerDbsResolver];
