import { listLoader } from '@qaf/database';
import type { ActionStep } from './action-step.type';

export const stepsOfAction = listLoader<ActionStep>('actionStep.ofAction', (row) => row.actionId, (unit, ids) =>
  unit.query(
    `select s.id, s.action_id as "actionId", s.kind, s.at, s.note, s.due_on as "dueOn", s.escalation_level as "escalationLevel", s.by_id as "byId", s.owner_id as "ownerId"
     from action_step s where s.action_id = any($1::uuid[]) order by s.position`,
    [ids],
  ),
  { entity: 'ActionStep' },
);
