import loadHighs from 'highs';
import type { Highs, Model } from 'highs';
import { countsTo, kindName, kindsOf, type Knowledge, type PublishedRelease, type Secret, unknownName } from './knowledge';

/** Between what an attacker can bound a secret, in whole numbers. */
export interface Bounds {
  secret: Secret;
  lower: number;
  upper: number;
}

/** Nobody counts more facts than this in a quarter: keeps an unbounded secret within numbers. */
const MANY = 100_000;
const NEAR = 1e-6;

let loading: Promise<Highs> | undefined;

/**
 * Bounds each secret by linear programming, from what is published, the rule and the attacker's rows alone. Of the code that
 * guards releases nothing is used. `enough` whole numbers end the search for one secret early; without it every bound is exact.
 */
export async function attack(knowledge: Knowledge, secrets: readonly Secret[], enough = Infinity): Promise<Bounds[]> {
  loading ??= loadHighs();
  const highs = await loading;
  const programme = new Believed(highs, knowledge);
  try {
    return programme.bound(secrets, enough);
  } finally {
    programme.close();
  }
}

interface Row {
  terms: Map<number, number>;
  lower: number;
  upper: number;
}

/** All that an attacker holds possible: a number for each unknown. */
class Believed {
  private readonly columns = new Map<string, number>();
  private readonly lower: number[] = [];
  private readonly upper: number[] = [];
  private readonly rows: Row[] = [];
  private readonly model: Model;

  constructor(private readonly highs: Highs, knowledge: Knowledge) {
    for (const [at, release] of knowledge.releases.entries()) {
      this.addUnknowns(at, release, knowledge);
      this.addGrowth(at, release, knowledge);
      this.addCells(at, release, knowledge.rule.allAlike === 'HIDDEN');
    }
    this.model = highs.createModel(this.data());
    this.model.options.set({ output_flag: false, solver: 'simplex', presolve: 'off' });
  }

  close(): void {
    this.model.dispose();
  }

  bound(secrets: readonly Secret[], enough: number): Bounds[] {
    const found = secrets.map((secret) => ({ secret, terms: this.termsOf(secret), lower: Infinity, upper: -Infinity }));
    const wide = ({ lower, upper }: { lower: number; upper: number }) => Math.floor(upper + NEAR) - Math.ceil(lower - NEAR) + 1 >= enough;
    for (const one of found) {
      for (const sense of [1, -1] as const) {
        if (wide(one)) break;
        const point = this.best(one.terms, sense);
        for (const other of found) {
          const value = [...other.terms].reduce((sum, [column, factor]) => sum + factor * (point[column] ?? 0), 0);
          other.lower = Math.min(other.lower, value);
          other.upper = Math.max(other.upper, value);
        }
      }
    }
    return found.map(({ secret, lower, upper }) => ({ secret, lower: Math.ceil(lower - NEAR), upper: Math.floor(upper + NEAR) }));
  }

  private best(terms: ReadonlyMap<number, number>, sense: 1 | -1): Float64Array {
    for (const [column, factor] of terms) this.model.changeColCost(column, sense * factor);
    this.model.run();
    const solved = this.model.getModelStatus() === this.highs.constants.modelStatus.optimal;
    const point = this.model.getSolution().colValue;
    for (const column of terms.keys()) this.model.changeColCost(column, 0);
    if (!solved) throw new Error('What is published contradicts itself.');
    return point;
  }

  private addUnknowns(at: number, release: PublishedRelease, { own }: Knowledge): void {
    const mine = own[at];
    const counted = new Map(mine?.counts.map((one) => [kindName(one), one.count]));
    for (const kind of kindsOf(release)) {
      const known = counted.get(kindName(kind)) ?? 0;
      this.columns.set(unknownName(at, kind), this.lower.length);
      this.lower.push(known);
      this.upper.push(mine?.whole(kind) ? known : MANY);
    }
  }

  /** Facts only come, but for the kinds of which some were taken away. */
  private addGrowth(at: number, release: PublishedRelease, { releases, shrunk }: Knowledge): void {
    for (const kind of kindsOf(release)) {
      const before = releases.slice(0, at).findLastIndex((_, earlier) => this.columns.has(unknownName(earlier, kind)));
      if (before < 0 || shrunk.has(`${at}/${kindName(kind)}`)) continue;
      this.rows.push({ terms: new Map([[this.column(unknownName(at, kind)), 1], [this.column(unknownName(before, kind)), -1]]), lower: 0, upper: Infinity });
    }
  }

  /** A shown cell is what it says. A hidden one is no zero: unless its group may be all alike, of which a shown count beside it would tell. */
  private addCells(at: number, release: PublishedRelease, mayBeAlike: boolean): void {
    const kinds = kindsOf(release);
    for (const cell of release.cells) {
      const terms = new Map(kinds.filter((kind) => countsTo(release, cell, kind)).map((kind) => [this.column(unknownName(at, kind)), 1]));
      const sameGroup = (other: typeof cell) => other.table === cell.table && other.category !== 'all' && JSON.stringify(other.at) === JSON.stringify(cell.at);
      const maybeZero = mayBeAlike && cell.category !== 'all' && !release.cells.some((other) => sameGroup(other) && (other.value ?? 0) > 0);
      if (cell.value === null) this.rows.push({ terms, lower: maybeZero ? 0 : 1, upper: Infinity });
      else this.rows.push({ terms, lower: cell.value, upper: cell.value });
    }
  }

  private column(name: string): number {
    return this.columns.get(name) ?? -1;
  }

  private termsOf({ parts }: Secret): Map<number, number> {
    const terms = new Map<number, number>();
    for (const [name, factor] of parts) terms.set(this.column(name), (terms.get(this.column(name)) ?? 0) + factor);
    return terms;
  }

  private data(): Parameters<Highs['createModel']>[0] {
    const entries = this.rows.flatMap(({ terms }) => [...terms].sort(([one], [other]) => one - other));
    const starts = [0];
    for (const { terms } of this.rows) starts.push((starts.at(-1) ?? 0) + terms.size);
    return {
      numCols: this.lower.length,
      numRows: this.rows.length,
      colCost: new Float64Array(this.lower.length),
      colLower: Float64Array.from(this.lower),
      colUpper: Float64Array.from(this.upper),
      rowLower: Float64Array.from(this.rows, ({ lower }) => lower),
      rowUpper: Float64Array.from(this.rows, ({ upper }) => upper),
      matrix: { format: 'csr', numRows: this.rows.length, numCols: this.lower.length, starts: Int32Array.from(starts), indices: Int32Array.from(entries, ([column]) => column), values: Float64Array.from(entries, ([, value]) => value) },
    };
  }
}
