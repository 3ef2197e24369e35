import { randomUUID } from 'node:crypto';
import type { CommandTransaction } from '@qaf/database';
import { takeUpload } from '@qaf/files';
import { inputInvalid, notFound, refuse, type Success, uuidOf } from '@qaf/graph';
import { holds } from '@qaf/identity';
import { changeAction, said } from '../action/action.changes';
import { ActionRow } from '../action/action.entity';
import { addStep } from '../action-step/action-step.service';
import type { AttachEvidenceInput, RemoveEvidenceInput } from './evidence-file.inputs';

const MOST_FILES = 50;

/** Makes an upload of the caller evidence of an action. */
export async function attachEvidence(tx: CommandTransaction, input: AttachEvidenceInput, now: Date): Promise<Success> {
  const id = randomUUID();
  const request = { move: 'attachEvidence', step: 'EVIDENCE_ATTACHED', name: 'attachEvidence', input, now } as const;
  const success = await changeAction(tx, request, async (action) => {
    const title = said(input.title, 'title');
    const upload = await uploadNamed(tx, input.uploadId);
    await mustBeNew(tx, action.id, upload.sha256);
    await tx.query('insert into evidence_file (id, action_id, sha256, title, name, uploaded_by_person, uploaded_by_id, uploaded_at) values ($1, $2, $3, $4, $5, viewer_person(), $6, $7)', [
      id, action.id, upload.sha256, title, upload.name, tx.viewer.workerId, now,
    ]);
    return { note: null };
  });
  tx.changed('EvidenceFile', [id], 'attachEvidence');
  return { ...success, evidenceFileId: id };
}

async function uploadNamed(tx: CommandTransaction, uploadId: string): Promise<{ sha256: string; name: string }> {
  const uuid = uuidOf('FileUpload', uploadId);
  const upload = uuid ? await takeUpload(tx, uuid) : null;
  if (!upload) throw notFound(['uploadId'], 'upload');
  return upload;
}

async function mustBeNew(tx: CommandTransaction, actionId: string, sha256: string): Promise<void> {
  const files = await tx.query<{ sha256: string }>('select sha256 from evidence_file where action_id = $1', [actionId]);
  if (files.some((file) => file.sha256 === sha256)) throw refuse('EvidenceAttachedAlready', 'This file is among the evidence already.', ['uploadId']);
  if (files.length >= MOST_FILES) throw inputInvalid(['actionId'], `An action takes ${MOST_FILES} files at most.`);
}

/** Takes a file out of the evidence, from a closed action too. Its content goes once nothing else refers to it; that it went, and why, stays. */
export async function removeEvidence(tx: CommandTransaction, input: RemoveEvidenceInput, now: Date): Promise<Success> {
  const reason = said(input.reason, 'reason');
  const { id, actionId } = await removable(tx, input.evidenceFileId);
  const action = await tx.manager.findOne(ActionRow, { where: { id: actionId }, lock: { mode: 'pessimistic_write' } });
  const gone = await tx.query('with gone as (delete from evidence_file where id = $1 returning id) select id from gone', [id]);
  if (!action || gone.length === 0) throw absent();
  await addStep(tx, action, 'EVIDENCE_REMOVED', reason, now);
  tx.changed('EvidenceFile', [id], 'removeEvidence');
  return { __typename: 'RemoveEvidenceSuccess', actionId };
}

async function removable(tx: CommandTransaction, evidenceFileId: string): Promise<{ id: string; actionId: string }> {
  const uuid = uuidOf('EvidenceFile', evidenceFileId);
  const [file] = uuid ? await tx.query<{ id: string; actionId: string; mine: boolean }>('select id, action_id as "actionId", uploaded_by_person = viewer_person() as mine from evidence_file where id = $1', [uuid]) : [];
  if (!file) throw absent();
  if (!file.mine && !holds(tx.viewer, 'principal_social_worker', 'qpa_officer')) throw refuse('EvidenceNotYours', 'Ask the one who attached it, or QPA, to remove it.', ['evidenceFileId']);
  return file;
}

function absent(): Error {
  return notFound(['evidenceFileId'], 'evidence file');
}
