export const SUPERVISION_STATES = ['PLANNED', 'HELD', 'CANCELLED'] as const;

export type SupervisionState = (typeof SUPERVISION_STATES)[number];

export type SupervisionStep = 'record' | 'cancel';

const STEPS: Record<SupervisionStep, { from: readonly SupervisionState[]; to: SupervisionState }> = {
  record: { from: ['PLANNED'], to: 'HELD' },
  cancel: { from: ['PLANNED'], to: 'CANCELLED' },
};

/** The state that a step leads to, or null where the step cannot be taken. A session that was held or cancelled stays so. */
export function stepped(state: SupervisionState, step: SupervisionStep): SupervisionState | null {
  return STEPS[step].from.includes(state) ? STEPS[step].to : null;
}
