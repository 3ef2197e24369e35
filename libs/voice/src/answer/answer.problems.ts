import { Problem } from '@qaf/graph';
import { ObjectType } from 'type-graphql';

@ObjectType('QuestionnaireTokenInvalid', { implements: Problem, description: 'The token opens nothing: it is not complete, or not one of ours.', simpleResolvers: true })
export class QuestionnaireTokenInvalid extends Problem {}

@ObjectType('QuestionnaireTokenSpent', { implements: Problem, description: 'The link was used: its answers have arrived and count. Nothing was added.', simpleResolvers: true })
export class QuestionnaireTokenSpent extends Problem {}

@ObjectType('QuestionnaireAnswerMissing', { implements: Problem, description: 'A question that must be answered is not. The message names its key.', simpleResolvers: true })
export class QuestionnaireAnswerMissing extends Problem {}
