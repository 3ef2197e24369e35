import { listLoader } from '@qaf/database';
import type { GraphContext } from '@qaf/graph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { QuestionnaireVersion } from '../questionnaire/questionnaire.type';
import { AnswerBatch } from './answer-batch.type';

const batchesOfVersion = listLoader<AnswerBatch>('answerBatch.ofVersion', (row) => row.questionnaireVersionId, (unit, ids) =>
  unit.query(
    `select b.state, b.first_period as "firstPeriod", b.last_period as "lastPeriod", b.fewest, b.released_on as "releasedOn", b.answers, b.questionnaire_version_id as "questionnaireVersionId"
     from answer_batch b where b.questionnaire_version_id = any($1::uuid[]) order by b.last_period desc`,
    [ids],
  ),
);

@Resolver(() => QuestionnaireVersion)
export class AnswerBatchResolver {
  @FieldResolver(() => [AnswerBatch], { nullable: true, description: 'What was decided for each quarter that has ended, the latest first; empty before the first.' })
  async answerBatches(@Root() version: QuestionnaireVersion, @Ctx() { unit }: GraphContext): Promise<AnswerBatch[]> {
    return unit.load(batchesOfVersion, version.id);
  }
}
