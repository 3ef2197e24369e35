import { rowLoader } from '@qaf/database';
import type { ListDefinition } from '@qaf/graph';
import type { Invitation } from './invitation.type';

export const INVITATION_COLUMNS = `i.id, i.audience, i.reason, i.raised_on as "raisedOn", i.mode, i.given_on as "givenOn", i.links_given as "linksGiven", i.version,
  i.child_id as "childId", i.questionnaire_version_id as "questionnaireVersionId", i.worker_id as "workerId", i.team_id as "teamId"`;

export const invitationById = rowLoader<Invitation>(
  'invitation.byId',
  (unit, ids) => unit.query(`select ${INVITATION_COLUMNS} from invitation i where i.id = any($1::uuid[])`, [ids]),
  { entity: 'Invitation' },
);

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
  entity: 'Invitation',
};
