import { listLoader, rowLoader } from '@qaf/database';
import type { Service } from './service.type';

export const SERVICE_COLUMNS = `s.id, s.code, s.name, s.kind, s.valid_from as "validFrom", s.valid_to as "validTo"`;

export const serviceById = rowLoader<Service>('service.byId', (unit, ids) =>
  unit.query(`select ${SERVICE_COLUMNS} from service s where s.id = any($1::uuid[])`, [ids]),
);

/** Services that run on a day, by name. */
export const servicesOn = listLoader<Service & { day: string }>('service.on', (row) => row.day, (unit, days) =>
  unit.query(
    `select ${SERVICE_COLUMNS}, d.day::text as day from unnest($1::date[]) as d(day)
     join service s on s.valid_from <= d.day and (s.valid_to is null or d.day < s.valid_to) order by s.name, s.id`,
    [days],
  ),
);
