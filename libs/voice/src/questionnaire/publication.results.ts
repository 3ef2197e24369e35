import { resultOf } from '@qaf/graph';
import { ObjectType } from 'type-graphql';
import { QuestionnaireVersionIncomplete, QuestionnaireVersionNotDraft, QuestionnaireVersionNotPublished, QuestionnaireVersionStale } from './publication.problems';

@ObjectType('PublishQuestionnaireVersionSuccess', { description: 'The version is in use.', simpleResolvers: true })
export class PublishQuestionnaireVersionSuccess {
  questionnaireVersionId!: string;
}

@ObjectType('RetireQuestionnaireVersionSuccess', { description: 'The version is out of use.', simpleResolvers: true })
export class RetireQuestionnaireVersionSuccess {
  questionnaireVersionId!: string;
}

export const PublishQuestionnaireVersionResult = resultOf('PublishQuestionnaireVersionResult', PublishQuestionnaireVersionSuccess, [
  QuestionnaireVersionStale,
  QuestionnaireVersionNotDraft,
  QuestionnaireVersionIncomplete,
]);

export const RetireQuestionnaireVersionResult = resultOf('RetireQuestionnaireVersionResult', RetireQuestionnaireVersionSuccess, [
  QuestionnaireVersionStale,
  QuestionnaireVersionNotPublished,
]);
