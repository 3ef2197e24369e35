import type { Unit } from '@qaf/database';

let prepared = 0;

/**
 * How the database would answer each statement that a question sends, in the words of `explain`, under the row rules of the
 * unit's viewer: planned for any value, as the platform has it.
 */
export async function plansOf(unit: Unit, ask: (unit: Unit) => Promise<unknown>): Promise<string[]> {
  const plans: string[] = [];
  const explaining = Object.create(unit) as Unit;
  explaining.query = async <Row>(sql: string, params: unknown[] = []): Promise<Row[]> => {
    const name = `plan_${(prepared += 1)}`;
    await unit.query(`prepare ${name} as ${sql}`);
    const lines = await unit.query<Record<string, string>>(`explain (costs off) execute ${name}${params.length > 0 ? `(${params.map(() => 'null').join(', ')})` : ''}`);
    await unit.query(`deallocate ${name}`);
    plans.push(lines.map((line) => line['QUERY PLAN']).join('\n'));
    return unit.query<Row>(sql, params);
  };
  try {
    await ask(explaining);
  } finally {
    await unit.abandon();
  }
  return plans;
}
