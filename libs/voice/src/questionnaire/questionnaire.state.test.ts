import fc from 'fast-check';
import { QUESTIONNAIRE_STEPS, QuestionnaireState, type QuestionnaireStep, stateAfter } from './questionnaire.state';

const steps = Object.keys(QUESTIONNAIRE_STEPS) as QuestionnaireStep[];

test('a draft is published, what is published is retired, and no other step is allowed', () => {
  const allowed = Object.values(QuestionnaireState).flatMap((state) => steps.flatMap((step) => (stateAfter(state, step) ? [`${state} ${step} ${stateAfter(state, step)}`] : [])));
  expect(allowed).toEqual(['DRAFT publish PUBLISHED', 'PUBLISHED retire RETIRED']);
});

test('whatever is tried, a version never goes back', () => {
  const order = Object.values(QuestionnaireState);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...steps)), (tried) => {
      let state: QuestionnaireState = QuestionnaireState.DRAFT;
      for (const step of tried) {
        const next: QuestionnaireState = stateAfter(state, step) ?? state;
        expect(order.indexOf(next) - order.indexOf(state)).toBeGreaterThanOrEqual(0);
        expect(order.indexOf(next) - order.indexOf(state)).toBeLessThanOrEqual(1);
        state = next;
      }
    }),
  );
});
