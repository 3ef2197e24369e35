import { listLoader, rowLoader } from '@qaf/database';
import type { Agency } from './agency.type';

const COLUMNS = 'a.id, a.code, a.name, a.kind';

export const agencyById = rowLoader<Agency>('agency.byId', (unit, ids) => unit.query(`select ${COLUMNS} from agency a where a.id = any($1::uuid[])`, [ids]));

/** All agencies, by name. The one key is a word for all of them. */
export const allAgencies = listLoader<Agency>('agency.all', () => 'all', (unit) => unit.query(`select ${COLUMNS} from agency a order by a.name, a.id`));
