import { Problem } from '@qaf/graph';
import { ObjectType } from 'type-graphql';

@ObjectType('RegistrationBodyNotThen', { implements: Problem, description: 'The body was not the regulator of social workers on the first day of the term.', simpleResolvers: true })
export class RegistrationBodyNotThen extends Problem {}

@ObjectType('RegistrationOverlaps', { implements: Problem, description: 'The worker has a registration with this body for some of that time already.', simpleResolvers: true })
export class RegistrationOverlaps extends Problem {}

@ObjectType('RegistrationNumberTaken', { implements: Problem, description: 'The number on this register is another worker’s.', simpleResolvers: true })
export class RegistrationNumberTaken extends Problem {}

@ObjectType('QualificationOnRecord', { implements: Problem, description: 'This qualification of the worker is on record already.', simpleResolvers: true })
export class QualificationOnRecord extends Problem {}
