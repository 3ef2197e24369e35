import type { Planned, Unit } from '@qaf/database';

let prepared = 0;

/**
 * How the database would answer each statement that a question sends, in the words of `explain`, under the row rules of the
 * unit's viewer: planned for any value or for those at hand, as the platform has it.
 */
export async function plansOf(unit: Unit, ask: (unit: Unit) => Promise<unknown>): Promise<string[]> {
  const plans: string[] = [];
  const explaining = Object.create(unit) as Unit;
  explaining.query = async <Row>(sql: string, params: unknown[] = [], planned: Planned = 'once'): Promise<Row[]> => {
    plans.push(await (planned === 'once' ? planOf(unit, sql, params) : planFor(unit, sql, params)));
    return unit.query<Row>(sql, params, planned);
  };
  try {
    await ask(explaining);
  } finally {
    await unit.abandon();
  }
  return plans;
}

async function planOf(unit: Unit, sql: string, params: unknown[]): Promise<string> {
  const name = `plan_${(prepared += 1)}`;
  await unit.query(`prepare ${name} as ${sql}`);
  const lines = await unit.query<Record<string, string>>(`explain (costs off) execute ${name}${params.length > 0 ? `(${params.map(() => 'null').join(', ')})` : ''}`);
  await unit.query(`deallocate ${name}`);
  return inLines(lines);
}

async function planFor(unit: Unit, sql: string, params: unknown[]): Promise<string> {
  return inLines(await unit.query<Record<string, string>>(`explain (costs off) ${sql}`, params, 'each'));
}

function inLines(lines: Record<string, string>[]): string {
  return lines.map((line) => line['QUERY PLAN']).join('\n');
}
