import { ENGLAND } from '@qaf/calendar';
import type { CommandTransaction } from '@qaf/database';
import type { DomainEvent } from '@qaf/record';
import { dueAfterInadequate } from '../action/action.rules';
import { peopleFor } from '../action-opening/audit-submitted.handler';
import { serviceOf } from '../action-opening/open-action.subject';
import { insertAction } from '../action-opening/open-action.service';

interface Given {
  formId: string;
  childId: string;
  authorId: string;
  workerId: string | null;
  teamId: string | null;
  rag: string;
  givenOn: string;
}

/** A red form opens an action, once: the worker's manager owes it, and the chair verifies it. */
export async function ragFormGiven(tx: CommandTransaction, event: DomainEvent): Promise<void> {
  const form = event.data as unknown as Given;
  if (form.rag !== 'RED') return;
  const kept = await tx.query(`select 1 from action where source_kind = 'RAG_FORM' and source_id = $1 and source_event is not null`, [form.formId]);
  if (kept.length > 0) return;
  const people = await peopleFor(tx, { childId: form.childId, workerId: form.workerId, auditorId: form.authorId, submittedOn: form.givenOn });
  await insertAction(tx, {
    title: 'Put right what the review or conference found red',
    description: null,
    sourceKind: 'RAG_FORM',
    sourceId: form.formId,
    sourceEvent: event.id,
    sourceGrade: null,
    childId: form.childId,
    ...people,
    deputyId: null,
    openedById: null,
    workerId: form.workerId,
    teamId: form.teamId,
    serviceId: await serviceOf(tx, form.teamId),
    dueOn: dueAfterInadequate(form.givenOn, ENGLAND),
    measure: 'The next form on the child is not red.',
    themeCode: null,
    priorityCode: null,
    openedOn: form.givenOn,
  }, new Date(event.occurredAt));
}
