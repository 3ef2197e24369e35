import { namesOf } from './names';

describe('The name of a new concept', () => {
  it('is spelt as each place needs it', () => {
    expect(namesOf('learning-event')).toEqual({
      kebab: 'learning-event', pascal: 'LearningEvent', camel: 'learningEvent', plural: 'learningEvents', constant: 'LEARNING_EVENTS', snake: 'learning_event', words: 'learning event', manyWords: 'learning events',
    });
    expect(namesOf('agency').plural).toBe('agencies');
    expect(namesOf('dbs-check').plural).toBe('dbsChecks');
    expect(namesOf('briefing-box').plural).toBe('briefingBoxes');
  });

  it.each(['LearningEvent', 'learning_event', '', '-a', 'a--b', '../x', 'a'.repeat(31)])('is refused when it is %p', (wrong) => {
    expect(() => namesOf(wrong)).toThrow(/not a name for a concept/);
  });
});
