import type { SubgraphName } from '../subgraph-name';
import type { CommandTransaction } from '../unit';
import { type RollUp, type RollUpSql, sqlOf } from './roll-up';

/** A cell whose kept sums are not what the facts come to. Holds true counts: never print more than how many there are. */
export type RollUpDifference = Record<string, unknown>;

/**
 * The cells in which the kept sums differ from the facts, as the reporting machine: none when all is well. One statement
 * sees both as of one moment, so writers need not stop. Counts by the roll-up's `recount`, not as the triggers do.
 */
export async function checkRollUp(tx: Pick<CommandTransaction, 'query'>, schema: SubgraphName, rollUp: RollUp): Promise<RollUpDifference[]> {
  return tx.query(differences(sqlOf(schema, rollUp)));
}

/**
 * Brings the sums to what the facts come to and answers how many cells were wrong. It adds the differences as changes
 * like any other, so nobody waits for it and what is written meanwhile is counted once.
 */
export async function rebuildRollUp(tx: Pick<CommandTransaction, 'query'>, schema: SubgraphName, rollUp: RollUp): Promise<number> {
  const sql = sqlOf(schema, rollUp);
  // One rebuild at a time, in a statement of its own: the next one sees what the other did.
  await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`rebuild ${sql.kept}`]);
  const columns = [...sql.dimensions, ...sql.measures].join(', ');
  const missing = sql.measures.map((one) => `${pasted(one, 'counted')} - ${pasted(one, 'kept')}`).join(', ');
  const [done] = await tx.query<{ wrong: number }>(
    `with mended as (insert into ${sql.changes} (${columns}) select ${sql.dimensions.join(', ')}, ${missing} from (${differences(sql)}) d returning 1)
     select count(*)::int as wrong from mended`,
  );
  return done?.wrong ?? 0;
}

function differences({ kept, changes, counted, dimensions, measures }: RollUpSql): string {
  const columns = (sign: 'kept' | 'counted'): string => [...dimensions, ...measures.flatMap((one) => (sign === 'kept' ? [one, '0'] : ['0', one]))].join(', ');
  const names = [...dimensions, ...measures.flatMap((one) => [pasted(one, 'kept'), pasted(one, 'counted')])].join(', ');
  const sums = measures.flatMap((one) => (['kept', 'counted'] as const).map((side) => `sum(${pasted(one, side)})::bigint as ${pasted(one, side)}`)).join(', ');
  const unlike = measures.map((one) => `sum(${pasted(one, 'kept')}) <> sum(${pasted(one, 'counted')})`).join(' or ');
  return `select ${dimensions.join(', ')}, ${sums} from (
      select ${columns('kept')} from ${kept} union all select ${columns('kept')} from ${changes} union all select ${columns('counted')} from ${counted}
    ) as r (${names}) group by ${dimensions.join(', ')} having ${unlike}`;
}

function pasted(measure: string, side: string): string {
  return `"${measure.slice(1, -1)}_${side}"`;
}
