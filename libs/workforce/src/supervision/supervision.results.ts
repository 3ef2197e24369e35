import { resultOf } from '@qaf/graph';
import { ObjectType } from 'type-graphql';
import { SupervisionNotPlanned, SupervisionVersionStale, SupervisorNotInCharge } from './supervision.problems';

/** What a command on a session answers with; `session` is read after the commit. */
export class SessionSuccess {
  sessionId!: string;
}

@ObjectType('PlanSupervisionSuccess', { description: 'The session is planned.', simpleResolvers: true })
export class PlanSupervisionSuccess extends SessionSuccess {}

@ObjectType('RecordSupervisionSuccess', { description: 'The session is on record.', simpleResolvers: true })
export class RecordSupervisionSuccess extends SessionSuccess {}

@ObjectType('CancelSupervisionSuccess', { description: 'The session is called off.', simpleResolvers: true })
export class CancelSupervisionSuccess extends SessionSuccess {}

const CHANGES = [SupervisionVersionStale, SupervisionNotPlanned, SupervisorNotInCharge];

export const PlanSupervisionResult = resultOf('PlanSupervisionResult', PlanSupervisionSuccess, [SupervisorNotInCharge]);
export const RecordSupervisionResult = resultOf('RecordSupervisionResult', RecordSupervisionSuccess, CHANGES);
export const CancelSupervisionResult = resultOf('CancelSupervisionResult', CancelSupervisionSuccess, CHANGES);
