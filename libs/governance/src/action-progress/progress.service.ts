import type { CommandTransaction } from '@qaf/database';
import type { Success } from '@qaf/graph';
import { changeAction, said } from '../action/action.changes';
import type { CompleteActionInput, ReportActionProgressInput, ReturnActionInput, VerifyActionInput } from './progress.inputs';

/** Says how far it has come; the first report puts the action in progress. */
export async function reportActionProgress(tx: CommandTransaction, input: ReportActionProgressInput, now: Date): Promise<Success> {
  return changeAction(tx, { move: 'reportProgress', step: 'PROGRESS', name: 'reportActionProgress', input, now }, () => ({ note: said(input.note, 'note') }));
}

/** Says that it is done, with what shows it. It then waits for somebody else to verify it. */
export async function completeAction(tx: CommandTransaction, input: CompleteActionInput, now: Date): Promise<Success> {
  return changeAction(tx, { move: 'complete', step: 'DONE', name: 'completeAction', input, now }, (_action, today) => {
    const evidence = said(input.evidence, 'evidence');
    return { fields: { evidence, doneOn: today }, note: evidence };
  });
}

/** Finds it done, with what changed because of it. The action is closed. */
export async function verifyAction(tx: CommandTransaction, input: VerifyActionInput, now: Date): Promise<Success> {
  return changeAction(tx, { move: 'verify', step: 'VERIFIED', name: 'verifyAction', input, now }, (_action, today) => {
    const outcome = said(input.outcome, 'outcome');
    return { fields: { outcome, verifiedOn: today }, note: outcome };
  });
}

/** Finds it not done yet, and sends it back to its owner. */
export async function returnAction(tx: CommandTransaction, input: ReturnActionInput, now: Date): Promise<Success> {
  return changeAction(tx, { move: 'return', step: 'RETURNED', name: 'returnAction', input, now }, () => ({ fields: { doneOn: null }, note: said(input.reason, 'reason') }));
}
