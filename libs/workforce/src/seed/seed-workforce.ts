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
     select key, value, unit, source, "validFrom" from json_to_recordset($1::text::json) as s (key text, value int, unit text, source text, "validFrom" date)
     where not exists (select 1 from workforce_setting w where w.key = s.key)`,
    [JSON.stringify(FIRST_SETTINGS)],
  );
}

const CPD = 'Social Work England, requirements for renewal of registration';

/** Settings that every authority starts with. */
const FIRST_SETTINGS = [
  { key: 'DBS_INTERVAL_MONTHS', value: 36, unit: 'MONTHS', source: 'Common practice of authorities; no law sets an interval', validFrom: '2013-01-01' },
  { key: 'CPD_PIECES', value: 2, unit: 'PIECES', source: CPD, validFrom: '2021-12-01' },
  { key: 'CPD_PEER_REFLECTIONS', value: 1, unit: 'PIECES', source: CPD, validFrom: '2021-12-01' },
];
