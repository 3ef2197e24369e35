import type { System } from './system';

/** What is left of the unknowns when those that a published zero settles are gone and those that no sum tells apart are one. */
export interface Live {
  truth: number;
  members: readonly string[];
  own: ReadonlyMap<string, number>;
  /** How often it stands in each row: once. */
  rows: readonly number[];
}

export interface Squeezed {
  live: Live[];
  /** For each row, the live unknowns in it. */
  inRow: number[][];
  /** For each step, the live unknowns that it adds and takes away. */
  inStep: { plus: number[]; minus: number[] }[];
}

/** Squeezes a system. `zeroShown` says which rows are published zeros. */
export function squeezed({ unknowns, rows, steps }: System, zeroShown: (row: number) => boolean): Squeezed {
  const zeros = rows.map((_, at) => zeroShown(at));
  const live: (Live & { own: Map<string, number> })[] = [];
  const alike = new Map<string, number>();
  const place = unknowns.map((unknown) => {
    if (unknown.rows.some((row) => zeros[row])) return -1;
    const key = `${unknown.rows.join(' ')}|${unknown.members.join('|')}`;
    const at = alike.get(key) ?? live.push({ truth: 0, members: unknown.members, own: new Map(), rows: [...new Set(unknown.rows)] }) - 1;
    alike.set(key, at);
    const one = live[at];
    if (!one) return -1;
    one.truth += unknown.truth;
    for (const [who, count] of unknown.own) one.own.set(who, (one.own.get(who) ?? 0) + count);
    return at;
  });
  const placed = (list: readonly number[]) => [...new Set(list.map((unknown) => place[unknown] ?? -1))].filter((at) => at >= 0).sort((one, other) => one - other);
  return { live, inRow: rows.map((row) => placed(row.unknowns)), inStep: steps.map(({ plus, minus }) => ({ plus: placed(plus), minus: placed(minus) })) };
}
