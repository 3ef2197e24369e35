import { registerEnumType } from 'type-graphql';

export enum HelpRequestState {
  ASKED = 'ASKED',
  TAKEN = 'TAKEN',
  CLOSED = 'CLOSED',
}

registerEnumType(HelpRequestState, {
  name: 'HelpRequestState',
  description: 'How far it is with somebody who asked for help.',
  valuesConfig: {
    ASKED: { description: 'Nobody has taken it yet: the most urgent there is.' },
    TAKEN: { description: 'Somebody is seeing to it.' },
    CLOSED: { description: 'It was seen to; the outcome says how.' },
  },
});

/** What may follow what. */
const NEXT: Record<HelpRequestState, readonly HelpRequestState[]> = {
  [HelpRequestState.ASKED]: [HelpRequestState.TAKEN],
  [HelpRequestState.TAKEN]: [HelpRequestState.TAKEN, HelpRequestState.CLOSED],
  [HelpRequestState.CLOSED]: [],
};

/** Whether a request in one state may go on to another. Somebody else may take what is taken. */
export function mayFollow(from: HelpRequestState, to: HelpRequestState): boolean {
  return NEXT[from].includes(to);
}
