import { registerEnumType } from 'type-graphql';

/** Ofsted's four grades, best first. */
export enum Grade {
  OUTSTANDING = 'OUTSTANDING',
  GOOD = 'GOOD',
  REQUIRES_IMPROVEMENT = 'REQUIRES_IMPROVEMENT',
  INADEQUATE = 'INADEQUATE',
}

registerEnumType(Grade, {
  name: 'Grade',
  description: 'Ofsted’s four grades for practice.',
  valuesConfig: {
    OUTSTANDING: { description: 'Practice of the highest standard.' },
    GOOD: { description: 'Practice that meets the standard in full.' },
    REQUIRES_IMPROVEMENT: { description: 'Requires improvement to be good.' },
    INADEQUATE: { description: 'Practice that falls short and leaves children without what they need. Must lead to an action.' },
  },
});

/** Red, amber, green. */
export enum Rag {
  RED = 'RED',
  AMBER = 'AMBER',
  GREEN = 'GREEN',
}

registerEnumType(Rag, {
  name: 'Rag',
  description: 'Red, amber or green.',
  valuesConfig: {
    RED: { description: 'Serious concern or drift: needs action now.' },
    AMBER: { description: 'Some concern or delay: needs watching.' },
    GREEN: { description: 'On course.' },
  },
});
