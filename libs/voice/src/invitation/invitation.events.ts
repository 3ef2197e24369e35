import { todayInLondon } from '@qaf/calendar';
import type { CommandTransaction } from '@qaf/database';
import { type DomainEvent, publishMany } from '@qaf/record';

interface PlanEnded {
  episodeId: string;
  childId: string;
  endedOn: string;
  workerId: string | null;
  teamId: string | null;
}

interface Raised {
  invitationId: string;
  childId: string;
  audience: string;
  questionnaireVersionId: string;
  workerId: string | null;
  teamId: string | null;
  raisedOn: string;
}

/** The questionnaires that follow the end of a child protection plan: one for the child, one for the parents. */
export const CP_PLAN_END = ['cp-plan-end', 'cp-plan-end-parents'];

/** A child protection plan ended: the child and the parents are to be asked how it was. One invitation each, however often it is told. */
export async function cpPlanEnded(tx: CommandTransaction, event: DomainEvent): Promise<void> {
  const { episodeId, childId, workerId, teamId } = event.data as unknown as PlanEnded;
  await mustBeKnown(tx);
  const raised = await tx.query<Raised>(
    `insert into invitation (child_id, questionnaire_version_id, audience, reason, source_event, subject_id, raised_on, worker_id, team_id, iro_id)
     select $1::uuid, v.id, n.audience, 'CP_PLAN_ENDED', $2::uuid, $3::uuid, $4::date,
       case when p.child_id is null then $5::uuid else p.worker_id end, case when p.child_id is null then $6::uuid else p.team_id end, p.iro_id
     from questionnaire n join questionnaire_version v on v.questionnaire_id = n.id and v.state = 'PUBLISHED'
     left join child_place p on p.child_id = $1::uuid
     where n.code = any($7::text[])
     on conflict do nothing
     returning id as "invitationId", child_id as "childId", audience, questionnaire_version_id as "questionnaireVersionId",
       worker_id as "workerId", team_id as "teamId", raised_on as "raisedOn"`,
    [childId, event.id, episodeId, todayInLondon(new Date(event.occurredAt)), workerId, teamId, CP_PLAN_END],
  );
  tx.changed('Invitation', raised.map((one) => one.invitationId), 'cpPlanEnded');
  await publishMany(tx, 'voice', raised.map((data) => ({ type: 'voice.invitation.raised.v1', subject: `child:${data.childId}`, data })));
}

/** A questionnaire that was retired invites no one; one that was never there is a fault, and the event is tried again. */
async function mustBeKnown(tx: CommandTransaction): Promise<void> {
  const [known] = await tx.query<{ n: number }>('select count(*) as n from questionnaire where code = any($1::text[])', [CP_PLAN_END]);
  if (known?.n !== CP_PLAN_END.length) throw new Error('The questionnaires for the end of a plan are not there.');
}
