import { type CommandTransaction, listLoader } from '@qaf/database';
import { inputInvalid } from '@qaf/graph';
import type { WorkforceCode } from './workforce-code.type';

const COLUMNS = `c.id, c.kind, c.code, c.title, c.return_code as "returnCode", c.source, c.valid_from as "validFrom", c.valid_to as "validTo"`;

/** The codes of a kind, in the order of the return. The key is the kind. */
export const codesOfKind = listLoader<WorkforceCode & { kind: string }>('workforceCode.ofKind', (row) => row.kind, (unit, kinds) =>
  unit.query(`select ${COLUMNS} from workforce_code c where c.kind = any($1::text[]) order by c.position`, [kinds]),
);

/** One code; the key is the kind, a blank and the code. */
export const codeByName = listLoader<WorkforceCode>('workforceCode.byName', (row) => `${row.kind} ${row.code}`, (unit, names) =>
  unit.query(`select ${COLUMNS} from workforce_code c where c.kind || ' ' || c.code = any($1::text[])`, [names]),
);

/** Refuses a code that its kind does not have, or no longer has on the day. */
export async function mustBeCode(tx: CommandTransaction, kind: string, code: string, day: string, path: string[]): Promise<void> {
  const known = await tx.query(`select 1 from workforce_code where kind = $1 and code = $2 and (valid_to is null or $3::date < valid_to)`, [kind, code, day]);
  if (known.length === 0) throw inputInvalid(path, `This is no code of ${kind.toLowerCase().replaceAll('_', ' ')} on that day; see workforceCodes.`);
}
