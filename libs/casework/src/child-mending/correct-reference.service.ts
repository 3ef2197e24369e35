import { breaks, type CommandTransaction } from '@qaf/database';
import { inputInvalid, mustBeCurrent, type Refusal, refuse, type Success } from '@qaf/graph';
import { readReference } from '../import/references';
import type { CorrectChildReferenceInput } from './child-mending.inputs';
import { keepReason, rekey, toMend } from './mended';

/** Gives a child another reference. One that is taken, also by a child whom the caller does not see, reads as any that will not do. */
export async function correctChildReference(tx: CommandTransaction, input: CorrectChildReferenceInput, now: Date): Promise<Success> {
  const [child] = await toMend(tx, [{ path: 'childId', id: input.childId }]);
  if (!child) throw unusable();
  mustBeCurrent('Child', child.version, input.version);
  const reference = readReference(input.caseReference);
  if (reference === null || reference !== input.caseReference) throw unusable();
  if (reference === child.caseReference) throw inputInvalid(['caseReference'], 'The child has this reference already.');
  const aliases = await tx.query('select from child_alias where case_reference = $1', [reference]);
  if (aliases.length > 0) throw unusable();
  await rename(tx, child.id, reference);
  await rekey(tx, child.id, child.caseReference, reference);
  await keepReason(tx, 'REFERENCE_CORRECTED', { childId: child.id, mergedId: null, reason: input.reason }, now);
  tx.changed('Child', [child.id], 'correctChildReference');
  return { __typename: 'CorrectChildReferenceSuccess', childId: child.id };
}

async function rename(tx: CommandTransaction, id: string, reference: string): Promise<void> {
  try {
    await tx.query('update child set case_reference = $2, version = version + 1 where id = $1', [id, reference]);
  } catch (error) {
    throw breaks(error, 'child_case_reference_key') ? unusable() : error;
  }
}

function unusable(): Refusal {
  return refuse('CaseReferenceUnusable', 'This reference cannot be given to the child.', ['caseReference']);
}
