import { listLoader } from '@qaf/database';
import type { PracticePriority } from './practice-priority.type';

const COLUMNS = `p.id, p.code, p.title, p.description, p.position, p.business_year_code as "businessYearCode"`;

export const priorityByCode = listLoader<PracticePriority>('priority.byCode', (row) => row.code, (unit, codes) =>
  unit.query(`select ${COLUMNS} from practice_priority p where p.code = any($1::text[])`, [codes]),
);

/** The priorities in force in each year: those set for it, or else those last set before it. */
export const prioritiesOfYear = listLoader<PracticePriority & { asked: string }>('priority.ofYear', (row) => row.asked, (unit, codes) =>
  unit.query(
    `select ${COLUMNS}, y.code as asked from unnest($1::text[]) as y(code)
     join practice_priority p on p.business_year_code = (select max(q.business_year_code) from practice_priority q where q.business_year_code <= y.code)
     where y.code ~ '^[0-9]{4}-[0-9]{2}$' order by p.position`,
    [codes],
  ),
);
