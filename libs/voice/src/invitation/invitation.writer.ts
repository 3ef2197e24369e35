import type { Writing } from '../child/child-place.writer';

/** An invitation as the import machine writes it. Ids are UUIDs, days YYYY-MM-DD; `subjectId` is the episode that ended. */
export interface InvitationSeed {
  id: string;
  childId: string;
  questionnaireVersionId: string;
  audience: 'CHILD' | 'PARENT' | 'CARER';
  reason: string;
  subjectId: string | null;
  raisedOn: string;
  mode: 'LINK' | 'PAPER' | 'INTERVIEW' | null;
  givenOn: string | null;
}

/** Writes many invitations in one statement, placed as their children are. What is there by id or by episode stays. Publishes nothing. */
export async function writeInvitations(tx: Writing, rows: readonly InvitationSeed[]): Promise<void> {
  await tx.query(
    `insert into invitation (id, child_id, questionnaire_version_id, audience, reason, subject_id, raised_on, worker_id, team_id, iro_id, mode, given_on, links_given)
     select r.id, r."childId", r."questionnaireVersionId", r.audience, r.reason, r."subjectId", r."raisedOn", p.worker_id, p.team_id, p.iro_id, r.mode, r."givenOn", coalesce((r.mode = 'LINK')::int, 0)
     from json_to_recordset($1::text::json) as r (id uuid, "childId" uuid, "questionnaireVersionId" uuid, audience text, reason text, "subjectId" uuid, "raisedOn" date, mode text, "givenOn" date)
     left join child_place p on p.child_id = r."childId"
     on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}

/** The published version of each questionnaire, by code. */
export async function publishedQuestionnaires(tx: { query<Row>(sql: string, params?: unknown[]): Promise<Row[]> }): Promise<Map<string, string>> {
  const rows = await tx.query<{ code: string; id: string }>(
    `select n.code, v.id from questionnaire n join questionnaire_version v on v.questionnaire_id = n.id and v.state = 'PUBLISHED'`,
  );
  return new Map(rows.map(({ code, id }) => [code, id]));
}
