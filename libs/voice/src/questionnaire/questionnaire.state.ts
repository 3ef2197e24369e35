import { registerEnumType } from 'type-graphql';

export enum QuestionnaireState {
  DRAFT = 'DRAFT',
  PUBLISHED = 'PUBLISHED',
  RETIRED = 'RETIRED',
}

registerEnumType(QuestionnaireState, {
  name: 'QuestionnaireState',
  description: 'Where a version of a questionnaire stands in its life.',
  valuesConfig: {
    DRAFT: { description: 'Being written. Nobody can be invited to it.' },
    PUBLISHED: { description: 'In use, and fixed: it never changes again. A questionnaire has one published version at most.' },
    RETIRED: { description: 'No one is newly invited to it. Links given before still open it.' },
  },
});

export type QuestionnaireStep = 'publish' | 'retire';

export const QUESTIONNAIRE_STEPS: Record<QuestionnaireStep, { from: QuestionnaireState; to: QuestionnaireState }> = {
  publish: { from: QuestionnaireState.DRAFT, to: QuestionnaireState.PUBLISHED },
  retire: { from: QuestionnaireState.PUBLISHED, to: QuestionnaireState.RETIRED },
};

/** The state after a step, or null where the step is not allowed. */
export function stateAfter(state: QuestionnaireState, step: QuestionnaireStep): QuestionnaireState | null {
  const { from, to } = QUESTIONNAIRE_STEPS[step];
  return state === from ? to : null;
}
