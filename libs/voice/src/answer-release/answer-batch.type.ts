import { LocalDate } from '@qaf/graph';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

export enum AnswerBatchState {
  RELEASED = 'RELEASED',
  HELD_OVER = 'HELD_OVER',
}

registerEnumType(AnswerBatchState, {
  name: 'AnswerBatchState',
  description: 'What became of the anonymous answers of a quarter.',
  valuesConfig: {
    RELEASED: { description: 'Enough had come: they were shuffled and count in the results.' },
    HELD_OVER: { description: 'Fewer had come than make a batch, or none: they wait for the next quarter, and nothing is lost.' },
  },
});

@ObjectType('AnswerBatch', {
  description: 'What was decided for a version of a questionnaire when a quarter had ended. Read by staff and by the steering members of the feedback project. It leads to no answer.',
  simpleResolvers: true,
})
export class AnswerBatch {
  @Field(() => AnswerBatchState, { description: 'Released, or held over.' })
  state!: AnswerBatchState;

  @Field(() => String, { description: 'The first quarter that its answers may be of, such as `2018-19 Q2`: earlier than the last where quarters before had been held over.' })
  firstPeriod!: string;

  @Field(() => String, { description: 'The quarter that had ended, such as `2018-19 Q3`.' })
  lastPeriod!: string;

  @Field(() => Int, { description: 'How many answers made a batch on that day.' })
  fewest!: number;

  @Field(() => LocalDate, { description: 'The day on which it was decided.' })
  releasedOn!: string;

  @Field(() => Int, { nullable: true, description: 'How many people’s answers came out; null where they were held over, however many or few there were.' })
  answers!: number | null;

  questionnaireVersionId!: string;
}
