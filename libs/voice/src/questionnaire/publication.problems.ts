import { Problem, VersionStale } from '@qaf/graph';
import { ObjectType } from 'type-graphql';

@ObjectType('QuestionnaireVersionStale', { implements: Problem, description: 'Somebody published or retired this version since it was read.', simpleResolvers: true })
export class QuestionnaireVersionStale extends VersionStale {}

@ObjectType('QuestionnaireVersionNotDraft', { implements: Problem, description: 'Only a draft can be published.', simpleResolvers: true })
export class QuestionnaireVersionNotDraft extends Problem {}

@ObjectType('QuestionnaireVersionNotPublished', { implements: Problem, description: 'Only a published version can be retired.', simpleResolvers: true })
export class QuestionnaireVersionNotPublished extends Problem {}

@ObjectType('QuestionnaireVersionIncomplete', {
  implements: Problem,
  description: 'The draft cannot be answered yet: it has no question, no standard English wording, or an option that is not worded.',
  simpleResolvers: true,
})
export class QuestionnaireVersionIncomplete extends Problem {}
