import { command, Does, type GraphContext, resultOf } from '@qaf/graph';
import { Arg, Ctx, FieldResolver, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { Worker } from '../worker/worker.type';
import { codeByName } from '../workforce-code/workforce-code.queries';
import { WorkforceCode } from '../workforce-code/workforce-code.type';
import { RecordAbsenceInput, RecordReturnInput } from './absence.inputs';
import { AbsenceOverlaps, AbsenceVersionStale } from './absence.problems';
import { absenceById, absencesOfWorker } from './absence.queries';
import { recordAbsence, recordReturn } from './absence.service';
import { WorkerAbsence } from './absence.type';

@ObjectType('RecordAbsenceSuccess', { description: 'The absence is on record.', simpleResolvers: true })
export class RecordAbsenceSuccess {
  absenceId!: string;
}

@ObjectType('RecordReturnSuccess', { description: 'The return is on record.', simpleResolvers: true })
export class RecordReturnSuccess {
  absenceId!: string;
}

const RecordAbsenceResult = resultOf('RecordAbsenceResult', RecordAbsenceSuccess, [AbsenceOverlaps]);
const RecordReturnResult = resultOf('RecordReturnResult', RecordReturnSuccess, [AbsenceVersionStale, AbsenceOverlaps]);
const CHANGED = { nullable: true, description: 'The absence as it stands now.' } as const;

@Resolver(() => RecordAbsenceSuccess)
export class RecordAbsenceResolver {
  @Mutation(() => RecordAbsenceResult, { description: 'Puts a worker’s time away on record.' })
  @Does('absence.record')
  async recordAbsence(@Ctx() context: GraphContext, @Arg('input', () => RecordAbsenceInput, { description: 'The absence.' }) input: RecordAbsenceInput): Promise<object> {
    return command(context, 'recordAbsence', input, (tx) => recordAbsence(tx, input));
  }

  @Mutation(() => RecordReturnResult, { description: 'Puts a worker’s return to work on record, or corrects it.' })
  @Does('absence.record')
  async recordReturn(@Ctx() context: GraphContext, @Arg('input', () => RecordReturnInput, { description: 'The return.' }) input: RecordReturnInput): Promise<object> {
    return command(context, 'recordReturn', input, (tx) => recordReturn(tx, input));
  }

  @FieldResolver(() => WorkerAbsence, CHANGED)
  async absence(@Root() success: RecordAbsenceSuccess, @Ctx() { unit }: GraphContext): Promise<WorkerAbsence | null> {
    return unit.load(absenceById, success.absenceId);
  }
}

@Resolver(() => RecordReturnSuccess)
export class RecordReturnResolver {
  @FieldResolver(() => WorkerAbsence, CHANGED)
  async absence(@Root() success: RecordReturnSuccess, @Ctx() { unit }: GraphContext): Promise<WorkerAbsence | null> {
    return unit.load(absenceById, success.absenceId);
  }
}

@Resolver(() => WorkerAbsence)
export class AbsenceResolver {
  @FieldResolver(() => WorkforceCode, { nullable: true, description: 'Why.' })
  async reason(@Root() absence: WorkerAbsence, @Ctx() { unit }: GraphContext): Promise<WorkforceCode | null> {
    return (await unit.load(codeByName, `ABSENCE_REASON ${absence.reasonCode}`))[0] ?? null;
  }
}

@Resolver(() => Worker)
export class WorkerAbsencesResolver {
  @FieldResolver(() => [WorkerAbsence], { nullable: true, description: 'Times away from work, the latest first; empty for those who may not see them.' })
  async absences(@Root() worker: Worker, @Ctx() { unit }: GraphContext): Promise<WorkerAbsence[]> {
    return unit.load(absencesOfWorker, worker.id);
  }
}

export const absenceResolvers = [RecordAbsenceResolver, RecordReturnResolver, AbsenceResolver, WorkerAbsencesResolver];
