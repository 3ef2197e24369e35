import type { Writing } from '../child/child-place.writer';

/** An identified response as the import machine writes it. Ids are UUIDs, days YYYY-MM-DD; `recordedBy` is a worker. */
export interface IdentifiedResponseSeed {
  id: string;
  childId: string;
  invitationId: string | null;
  questionnaireVersionId: string;
  consentGivenOn: string;
  sharedWithManagers: boolean;
  sharedWithQuality: boolean;
  recordedBy: string;
  answers: { key: string; value?: string; text?: string }[];
}

/** Writes many identified responses with their answers, placed as their children are. Ids must be new: the machine cannot see what is there. */
export async function writeIdentifiedResponses(tx: Writing, rows: readonly IdentifiedResponseSeed[]): Promise<void> {
  const given = JSON.stringify(rows);
  await tx.query(
    `insert into identified_response (id, child_id, invitation_id, questionnaire_version_id, consent_given_on, shared_with_managers, shared_with_quality, recorded_by, worker_id, team_id, iro_id)
     select r.id, r."childId", r."invitationId", r."questionnaireVersionId", r."consentGivenOn", r."sharedWithManagers", r."sharedWithQuality", r."recordedBy", p.worker_id, p.team_id, p.iro_id
     from json_to_recordset($1::text::json) as r (id uuid, "childId" uuid, "invitationId" uuid, "questionnaireVersionId" uuid, "consentGivenOn" date,
       "sharedWithManagers" boolean, "sharedWithQuality" boolean, "recordedBy" uuid)
     left join child_place p on p.child_id = r."childId"`,
    [given],
  );
  await tx.query(`insert into identified_answer (response_id, answers) select r.id, r.answers from json_to_recordset($1::text::json) as r (id uuid, answers jsonb)`, [given]);
}
