import { checkRollUp, foldRollUp, rebuildRollUp, type SubgraphName } from '@qaf/database';
import { machine } from '@qaf/identity';
import type { OpenGraph } from './graph';
import { STORES } from './stores';

/** What was found of one roll-up. */
export interface RollUpFound {
  from: SubgraphName;
  name: string;
  /** How many of its sums were not what the facts came to. */
  wrong: number;
}

/** Compares every roll-up with its facts, counted in another way; mends those that differ where it is told to. Nobody who writes is kept waiting. */
export async function goThroughRollUps(graph: Pick<OpenGraph, 'subgraphs'>, { rebuild }: { rebuild: boolean }): Promise<RollUpFound[]> {
  const found: RollUpFound[] = [];
  for (const { name: from, rollUps = [] } of STORES) {
    for (const rollUp of rollUps) {
      const wrong = await graph.subgraphs[from].unit(machine('machine_report', 'roll-ups'), rebuild ? 'rebuildRollUp' : 'checkRollUp').command(async (tx) => {
        // All facts are counted, which may take longer than a request.
        await tx.query(`select set_config('statement_timeout', '600s', true), set_config('idle_in_transaction_session_timeout', '600s', true)`);
        if (!rebuild) return (await checkRollUp(tx, from, rollUp)).length;
        const mended = await rebuildRollUp(tx, from, rollUp);
        await foldRollUp(tx, from, rollUp);
        return mended;
      });
      found.push({ from, name: rollUp.name, wrong });
    }
  }
  return found;
}
