import { listLoader } from '@qaf/database';
import type { Theme } from './theme.type';

const COLUMNS = `t.id, t.code, t.title, t.description, t.valid_from as "validFrom", t.valid_to as "validTo"`;

export const themeByCode = listLoader<Theme>('theme.byCode', (row) => row.code, (unit, codes) =>
  unit.query(`select ${COLUMNS} from theme t where t.code = any($1::text[])`, [codes]),
);

/** The themes in use on a day, by title. */
export const themesOn = listLoader<Theme & { day: string }>('theme.on', (row) => row.day, (unit, days) =>
  unit.query(
    `select ${COLUMNS}, d.day::text as day from unnest($1::date[]) as d(day)
     join theme t on t.valid_from <= d.day and (t.valid_to is null or d.day < t.valid_to) order by t.title, t.code`,
    [days],
  ),
);
