/** Where an action stands. Nothing is inferred from dates: the state is kept, and the dates follow it. */
export const ACTION_STATES = ['OPEN', 'IN_PROGRESS', 'DONE', 'VERIFIED', 'CANCELLED'] as const;

export type ActionStateName = (typeof ACTION_STATES)[number];

/** What somebody can do to an action once it is open. */
export const ACTION_MOVES = ['reportProgress', 'complete', 'verify', 'return', 'changeOwner', 'changeDueDate', 'escalate', 'attachEvidence', 'cancel'] as const;

export type ActionMove = (typeof ACTION_MOVES)[number];

type Transitions = Record<ActionMove, Partial<Record<ActionStateName, ActionStateName>>>;

/** Every move that is allowed, from which state, and the state it leads to. What is not here is refused. */
export const ACTION_TRANSITIONS: Transitions = {
  reportProgress: { OPEN: 'IN_PROGRESS', IN_PROGRESS: 'IN_PROGRESS' },
  complete: { OPEN: 'DONE', IN_PROGRESS: 'DONE' },
  verify: { DONE: 'VERIFIED' },
  return: { DONE: 'IN_PROGRESS' },
  changeOwner: { OPEN: 'OPEN', IN_PROGRESS: 'IN_PROGRESS' },
  changeDueDate: { OPEN: 'OPEN', IN_PROGRESS: 'IN_PROGRESS' },
  escalate: { OPEN: 'OPEN', IN_PROGRESS: 'IN_PROGRESS' },
  attachEvidence: { OPEN: 'OPEN', IN_PROGRESS: 'IN_PROGRESS', DONE: 'DONE' },
  cancel: { OPEN: 'CANCELLED', IN_PROGRESS: 'CANCELLED', DONE: 'CANCELLED' },
};

/** The state that a move leads to, or null where it is not allowed. */
export function after(state: ActionStateName, move: ActionMove): ActionStateName | null {
  return ACTION_TRANSITIONS[move][state] ?? null;
}

/** Whether nothing can happen to the action any more. */
export function isClosed(state: ActionStateName): boolean {
  return ACTION_MOVES.every((move) => after(state, move) === null);
}
