import { listLoader, rowLoader } from '@qaf/database';
import type { BusinessYear } from './business-year.type';

const COLUMNS = `b.id, b.code, b.starts_on as "startsOn", b.ends_before as "endsBefore"`;

export const businessYearById = rowLoader<BusinessYear>('businessYear.byId', (unit, ids) =>
  unit.query(`select ${COLUMNS} from business_year b where b.id = any($1::uuid[])`, [ids]),
);

export const businessYearByCode = listLoader<BusinessYear>('businessYear.byCode', (row) => row.code ?? '', (unit, codes) =>
  unit.query(`select ${COLUMNS} from business_year b where b.code = any($1::text[])`, [codes]),
);

/** All business years, the latest first. The one key is a word for all of them. */
export const allBusinessYears = listLoader<BusinessYear>('businessYear.all', () => 'all', (unit) =>
  unit.query(`select ${COLUMNS} from business_year b order by b.starts_on desc`),
);
