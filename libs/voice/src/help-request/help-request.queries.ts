import { rowLoader } from '@qaf/database';
import type { ListDefinition } from '@qaf/graph';
import type { HelpRequest } from './help-request.type';

const COLUMNS = `h.id, h.name, h.how_to_reach as "howToReach", h.words, h.asked_at as "askedAt", h.state, h.taken_at as "takenAt", h.outcome, h.closed_at as "closedAt", h.version, h.taken_by as "takenById"`;

export const helpRequestById = rowLoader<HelpRequest>(
  'helpRequest.byId',
  (unit, ids) => unit.query(`select ${COLUMNS} from help_request h where h.id = any($1::uuid[])`, [ids]),
  { entity: 'HelpRequest' },
);

export const HELP_REQUESTS: ListDefinition<HelpRequest> = {
  name: 'helpRequests',
  columns: COLUMNS,
  from: 'help_request h',
  id: 'h.id',
  orders: { OLDEST: { terms: [{ sql: 'h.asked_at', type: 'timestamptz' }] } },
  entity: 'HelpRequest',
};
