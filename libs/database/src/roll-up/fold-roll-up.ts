import type { SubgraphName } from '../subgraph-name';
import type { CommandTransaction } from '../unit';
import { type RollUp, sqlOf } from './roll-up';

/** So many changes in one transaction: enough to be cheap, few enough to be short. */
const AT_ONCE = 20_000;

/**
 * Folds waiting changes into the sums, as the reporting machine: answers how many it took. Two at once take different
 * changes and reach the sums in the same order, so neither waits for the other for ever. The sums read the same before and after.
 */
export async function foldRollUp(tx: Pick<CommandTransaction, 'query'>, schema: SubgraphName, rollUp: RollUp): Promise<number> {
  const { kept, changes, dimensions, measures } = sqlOf(schema, rollUp);
  const columns = [...dimensions, ...measures].join(', ');
  const sums = measures.map((one) => `sum(${one})::bigint as ${one}`).join(', ');
  const [done] = await tx.query<{ taken: number }>(
    `with next as (select id from ${changes} order by id limit ${AT_ONCE} for update skip locked),
       taken as (delete from ${changes} c using next where c.id = next.id returning ${[...dimensions, ...measures].map((one) => `c.${one}`).join(', ')}),
       summed as (select ${dimensions.join(', ')}, ${sums} from taken group by ${dimensions.join(', ')} having ${unlessNothing(measures)}),
       folded as (insert into ${kept} as k (${columns}) select ${columns} from summed order by ${dimensions.join(', ')}
         on conflict (${dimensions.join(', ')}) do update set ${measures.map((one) => `${one} = k.${one} + excluded.${one}`).join(', ')} returning 1)
     select (select count(*) from taken)::int as taken, (select count(*) from folded)::int as folded`,
  );
  const taken = done?.taken ?? 0;
  if (taken > 0) await tx.query(`delete from ${kept} where ${measures.map((one) => `${one} = 0`).join(' and ')}`);
  return taken;
}

function unlessNothing(measures: string[]): string {
  return measures.map((one) => `sum(${one}) <> 0`).join(' or ');
}
