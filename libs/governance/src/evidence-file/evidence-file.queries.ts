import { listLoader, rowLoader } from '@qaf/database';
import type { EvidenceFile } from './evidence-file.type';

const COLUMNS = `e.id, e.action_id as "actionId", e.title, e.name, e.sha256, c.content_type as "contentType", c.bytes, e.uploaded_by_id as "uploadedById",
  (e.uploaded_at at time zone 'Europe/London')::date as "uploadedOn" from evidence_file e join file_content c using (sha256)`;

export const evidenceById = rowLoader<EvidenceFile>('evidenceFile.byId', (unit, ids) => unit.query(`select ${COLUMNS} where e.id = any($1::uuid[])`, [ids]), { entity: 'EvidenceFile' });

/** The first attached first. */
export const evidenceOfAction = listLoader<EvidenceFile>(
  'evidenceFile.ofAction',
  (row) => row.actionId,
  (unit, ids) => unit.query(`select ${COLUMNS} where e.action_id = any($1::uuid[]) order by e.uploaded_at, e.id`, [ids]),
  { entity: 'EvidenceFile' },
);
