import { rowLoader } from '@qaf/database';
import type { ListDefinition } from '@qaf/graph';
import type { UnmatchedName } from './unmatched-name.type';

const COLUMNS = `u.id, u.source, u.kind, u.name, u.rows, u.first_list as "firstList", u.first_row as "firstRow", u.resolved_id as "resolvedId", u.version`;

export const unmatchedNameById = rowLoader<UnmatchedName>(
  'unmatchedName.byId',
  (unit, ids) => unit.query(`select ${COLUMNS} from unmatched_name u where u.id = any($1::uuid[])`, [ids]),
  { entity: 'UnmatchedName' },
);

export const UNMATCHED_NAMES: ListDefinition<UnmatchedName> = {
  name: 'unmatchedNames',
  columns: COLUMNS,
  from: 'unmatched_name u',
  id: 'u.id',
  orders: { MOST_ROWS: { terms: [{ sql: 'u.rows', type: 'integer' }], descending: true } },
  entity: 'UnmatchedName',
};
