import { Problem } from '@qaf/graph';
import { Directive, ObjectType } from 'type-graphql';

@ObjectType('ReleasePeriodNotFinished', { implements: Problem, description: 'The period is not over yet; what is released does not change, so it waits.', simpleResolvers: true })
@Directive('@shareable')
export class ReleasePeriodNotFinished extends Problem {}

@ObjectType('ReleaseStepTooSmall', { implements: Problem, description: 'Too little came or changed since the period was released: the difference would tell about a few people. The earlier release stands.', simpleResolvers: true })
@Directive('@shareable')
export class ReleaseStepTooSmall extends Problem {}

@ObjectType('ReleaseNotProtected', { implements: Problem, description: 'Beside what is out already, nothing more can be told of the period without telling about a few people. What was released stands.', simpleResolvers: true })
@Directive('@shareable')
export class ReleaseNotProtected extends Problem {}

@ObjectType('ReleaseDefinitionChanged', { implements: Problem, description: 'The period was released under another definition, which cannot be set beside this one. What was released stands.', simpleResolvers: true })
@Directive('@shareable')
export class ReleaseDefinitionChanged extends Problem {}
