import loadHighs from 'highs';
import type { Highs, Model } from 'highs';

/** A linear programme whose bounds and aim change from one solve to the next. */
export interface Programme {
  /** For each row, the columns in it with their factors. */
  rows: readonly (readonly (readonly [column: number, factor: number])[])[];
  columns: number;
}

let loading: Promise<Highs> | undefined;

/** The solver, loaded once. */
export function solverLoaded(): Promise<Highs> {
  loading ??= loadHighs();
  return loading;
}

/** Keeps one programme in the solver, which goes on from where it stood. Must be disposed of. */
export class Solver {
  private readonly model: Model;
  private readonly highs: Highs;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  private readonly cost: Float64Array;
  private aim: number[] = [];
  solves = 0;

  constructor(highs: Highs, { rows, columns }: Programme) {
    this.highs = highs;
    this.lower = new Float64Array(columns);
    this.upper = new Float64Array(columns).fill(highs.infinity);
    this.cost = new Float64Array(columns);
    const starts = [0];
    for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.length);
    const entries = rows.flat();
    this.model = highs.createModel({
      numCols: columns,
      numRows: rows.length,
      colCost: this.cost,
      colLower: this.lower,
      colUpper: this.upper,
      rowLower: new Float64Array(rows.length),
      rowUpper: new Float64Array(rows.length),
      matrix: {
        format: 'csr',
        numRows: rows.length,
        numCols: columns,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(entries, ([column]) => column),
        values: Float64Array.from(entries, ([, factor]) => factor),
      },
    });
    this.model.options.set({ output_flag: false, presolve: 'off', solver: 'simplex' });
  }

  /** Sends what was written into `lower` and `upper`. */
  boundColumns(): void {
    this.model.changeColsBounds({ kind: 'range', from: 0, to: this.lower.length - 1 }, this.lower, this.upper);
  }

  boundColumn(column: number, lower: number, upper: number): void {
    this.lower[column] = lower;
    this.upper[column] = upper;
    this.model.changeColBounds(column, lower, upper);
  }

  /** What a unit of a column costs, beside what is aimed at. */
  price(column: number, cost: number): void {
    this.cost[column] = cost;
    this.model.changeColCost(column, cost);
  }

  boundRow(row: number, lower: number, upper: number): void {
    this.model.changeRowBounds(row, lower, upper);
  }

  /** What is made as small as can be, beside the standing costs. */
  aimAt(factors: readonly (readonly [column: number, factor: number])[]): void {
    for (const column of this.aim) this.model.changeColCost(column, this.cost[column] ?? 0);
    for (const [column, factor] of factors) this.model.changeColCost(column, factor);
    this.aim = factors.map(([column]) => column);
  }

  /** The columns' values at the best point; null where there is none. */
  solve(): Float64Array | null {
    this.solves += 1;
    this.model.run();
    if (this.model.getModelStatus() !== this.highs.constants.modelStatus.optimal) return null;
    return this.model.getSolution().colValue;
  }

  /**
   * A whole point near a best one: the column nearest to a whole number is held there, then the next, one after the other,
   * each to the other side where the first leaves nothing. Null where that leads nowhere.
   */
  roundedDown(best: Float64Array, columns: number): Float64Array | null {
    const held: [column: number, lower: number, upper: number][] = [];
    let found: Float64Array | null = best;
    for (let column = fractionIn(best, columns); column >= 0; column = fractionIn(found, columns)) {
      held.push([column, this.lower[column] ?? 0, this.upper[column] ?? 0]);
      const value: number = found[column] ?? 0;
      found = this.heldAt(column, Math.round(value)) ?? this.heldAt(column, Math.round(value) > value ? Math.floor(value) : Math.ceil(value));
      if (!found) break;
    }
    for (const [column, lower, upper] of held.reverse()) this.boundColumn(column, lower, upper);
    return found;
  }

  private heldAt(column: number, value: number): Float64Array | null {
    this.boundColumn(column, value, value);
    return this.solve();
  }

  dispose(): void {
    this.model.dispose();
  }
}

/** The column that is nearest to a whole number without being one; -1 where all are. */
function fractionIn(values: Float64Array, columns: number): number {
  let nearest = -1;
  let least = 1;
  for (let at = 0; at < columns; at += 1) {
    const off = Math.abs((values[at] ?? 0) - Math.round(values[at] ?? 0));
    if (off > 1e-6 && off < least) [nearest, least] = [at, off];
  }
  return nearest;
}
