import type { Subgraph } from '@qaf/graph';
import { machine, type Standing } from '@qaf/identity';
import { standingOf } from './standing';

/** Where a person stands, asked as the machine that may look people up. */
export async function standingAsked(workforce: Subgraph, subject: string, now: Date): Promise<Standing | null> {
  const unit = workforce.unit(machine('machine_identity', 'standing'), 'standing');
  try {
    const found = await standingOf(unit, subject, now);
    await unit.end();
    return found;
  } catch (error) {
    await unit.abandon();
    throw error;
  }
}
