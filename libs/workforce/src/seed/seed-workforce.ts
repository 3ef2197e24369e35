import type { CommandTransaction } from '@qaf/database';
import { FIRST_CODES } from './workforce-codes.reference';

/** Writes the codes and settings that every authority starts with. What is there already stays as it is, so running it again changes nothing. */
export async function seedWorkforce(tx: Pick<CommandTransaction, 'query'>): Promise<void> {
  const rows = FIRST_CODES.map((code, index) => ({ validTo: null, ...code, position: index + 1 }));
  await tx.query(
    `insert into workforce_code (kind, code, title, return_code, position, source, valid_from, valid_to)
     select kind, code, title, "returnCode", position, source, "validFrom", "validTo"
     from json_to_recordset($1::text::json) as c (kind text, code text, title text, "returnCode" text, position int, source text, "validFrom" date, "validTo" date)
     on conflict (kind, code) do nothing`,
    [JSON.stringify(rows)],
  );
  await tx.query(
    `insert into workforce_setting (key, value, unit, source, valid_from)
     select 'DBS_INTERVAL_MONTHS', 36, 'MONTHS', 'Common practice of authorities; no law sets an interval', '2013-01-01'
     where not exists (select 1 from workforce_setting where key = 'DBS_INTERVAL_MONTHS')`,
  );
}
