import { command, Does, type GraphContext, resultOf } from '@qaf/graph';
import { Arg, Ctx, FieldResolver, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { Worker } from '../worker/worker.type';
import { codeByName } from '../workforce-code/workforce-code.queries';
import { WorkforceCode } from '../workforce-code/workforce-code.type';
import { RecordQualificationInput, RecordRegistrationInput } from './registration.inputs';
import { QualificationOnRecord, RegistrationBodyNotThen, RegistrationNumberTaken, RegistrationOverlaps } from './registration.problems';
import { qualificationById, qualificationsOfWorker, registrationById, registrationsOfWorker } from './registration.queries';
import { recordQualification, recordRegistration } from './registration.service';
import { WorkerQualification, WorkerRegistration } from './registration.type';

@ObjectType('RecordRegistrationSuccess', { description: 'The term of registration is on record.', simpleResolvers: true })
export class RecordRegistrationSuccess {
  registrationId!: string;
}

@ObjectType('RecordQualificationSuccess', { description: 'The qualification is on record.', simpleResolvers: true })
export class RecordQualificationSuccess {
  qualificationId!: string;
}

const RecordRegistrationResult = resultOf('RecordRegistrationResult', RecordRegistrationSuccess, [RegistrationBodyNotThen, RegistrationOverlaps, RegistrationNumberTaken]);
const RecordQualificationResult = resultOf('RecordQualificationResult', RecordQualificationSuccess, [QualificationOnRecord]);

@Resolver(() => RecordRegistrationSuccess)
export class RecordRegistrationResolver {
  @Mutation(() => RecordRegistrationResult, { description: 'Puts a term of a worker’s registration on record; a renewal is a term of its own.' })
  @Does('personnel.record')
  async recordRegistration(@Ctx() context: GraphContext, @Arg('input', () => RecordRegistrationInput, { description: 'The term.' }) input: RecordRegistrationInput): Promise<object> {
    return command(context, 'recordRegistration', input, (tx) => recordRegistration(tx, input));
  }

  @FieldResolver(() => WorkerRegistration, { nullable: true, description: 'The registration.' })
  async registration(@Root() success: RecordRegistrationSuccess, @Ctx() { unit }: GraphContext): Promise<WorkerRegistration | null> {
    return unit.load(registrationById, success.registrationId);
  }
}

@Resolver(() => RecordQualificationSuccess)
export class RecordQualificationResolver {
  @Mutation(() => RecordQualificationResult, { description: 'Puts a worker’s qualification on record.' })
  @Does('personnel.record')
  async recordQualification(@Ctx() context: GraphContext, @Arg('input', () => RecordQualificationInput, { description: 'The qualification.' }) input: RecordQualificationInput): Promise<object> {
    return command(context, 'recordQualification', input, (tx) => recordQualification(tx, input));
  }

  @FieldResolver(() => WorkerQualification, { nullable: true, description: 'The qualification.' })
  async qualification(@Root() success: RecordQualificationSuccess, @Ctx() { unit }: GraphContext): Promise<WorkerQualification | null> {
    return unit.load(qualificationById, success.qualificationId);
  }
}

@Resolver(() => WorkerRegistration)
export class RegistrationResolver {
  @FieldResolver(() => WorkforceCode, { nullable: true, description: 'The regulator.' })
  async body(@Root() registration: WorkerRegistration, @Ctx() { unit }: GraphContext): Promise<WorkforceCode | null> {
    return (await unit.load(codeByName, `REGISTRATION_BODY ${registration.bodyCode}`))[0] ?? null;
  }
}

@Resolver(() => WorkerQualification)
export class QualificationResolver {
  @FieldResolver(() => WorkforceCode, { nullable: true, description: 'Its level.' })
  async level(@Root() qualification: WorkerQualification, @Ctx() { unit }: GraphContext): Promise<WorkforceCode | null> {
    return (await unit.load(codeByName, `QUALIFICATION_LEVEL ${qualification.levelCode}`))[0] ?? null;
  }
}

@Resolver(() => Worker)
export class WorkerRegistrationsResolver {
  @FieldResolver(() => [WorkerRegistration], { nullable: true, description: 'Terms of registration, the latest first; empty for those who may not see them.' })
  async registrations(@Root() worker: Worker, @Ctx() { unit }: GraphContext): Promise<WorkerRegistration[]> {
    return unit.load(registrationsOfWorker, worker.id);
  }

  @FieldResolver(() => [WorkerQualification], { nullable: true, description: 'Qualifications in social work, the latest first; empty for those who may not see them.' })
  async qualifications(@Root() worker: Worker, @Ctx() { unit }: GraphContext): Promise<WorkerQualification[]> {
    return unit.load(qualificationsOfWorker, worker.id);
  }
}

export const registrationResolvers = [RecordRegistrationResolver, RecordQualificationResolver, RegistrationResolver, QualificationResolver, WorkerRegistrationsResolver];
