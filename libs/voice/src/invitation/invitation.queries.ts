import { rowLoader } from '@qaf/database';
import type { ListDefinition } from '@qaf/graph';
import { holds } from '@qaf/identity';
import type { Invitation } from './invitation.type';

export const INVITATION_COLUMNS = `i.id, i.audience, i.reason, i.raised_on as "raisedOn", i.mode, i.given_on as "givenOn", i.links_given as "linksGiven", i.version,
  i.age_band as "ageBand", i.language, i.outcome, i.outcome_reason as "outcomeReason", i.outcome_on as "outcomeOn",
  i.child_id as "childId", i.questionnaire_version_id as "questionnaireVersionId", i.worker_id as "workerId", i.team_id as "teamId"`;

export const invitationById = rowLoader<Invitation>(
  'invitation.byId',
  (unit, ids) => unit.query(`select ${INVITATION_COLUMNS} from invitation i where i.id = any($1::uuid[])`, [ids]),
  { entity: 'Invitation' },
);

const ME = '(select viewer_worker())';

/** Around the viewer: of children with whom they work, below them, by a lock or in an emergency. */
const NEAR = `i.worker_id = ${ME} or i.iro_id = ${ME} or i.team_id = any((select viewer_teams())::uuid[]) or i.worker_id = any((select viewer_workers())::uuid[])
  or i.child_id = any(array(select l.child_id from child_lock l where l.locked and ${ME} = any(l.worker_ids) union select e.child_id from emergency_access e where e.worker_id = ${ME}))`;

export const INVITATIONS: ListDefinition<Invitation> = {
  name: 'invitations',
  columns: INVITATION_COLUMNS,
  from: 'invitation i',
  id: 'i.id',
  orders: {
    NEWEST: { terms: [{ sql: 'i.raised_on', type: 'date' }], descending: true },
    OLDEST: { terms: [{ sql: 'i.raised_on', type: 'date' }] },
  },
  parents: { child: 'i.child_id' },
  near: { from: 'invitation i', sql: NEAR, unless: (viewer) => holds(viewer, 'director', 'head_of_service', 'principal_iro', 'principal_social_worker', 'qpa_officer', 'machine_event', 'machine_import') },
  entity: 'Invitation',
};
