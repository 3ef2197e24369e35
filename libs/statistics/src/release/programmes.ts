import type { Highs } from 'highs';
import type { Attacker } from './attackers';
import { Solver } from './solver';
import type { Squeezed } from './squeeze';
import { wholeWitness } from './witnesses';
import type { Bound, Target, Witness } from './witnesses';

const EPSILON = 1e-6;
/** What each difference from the truth costs: so little that it decides nothing, but witnesses stay short, and so mostly whole. */
const SPARING = 1e-3;

/** What would have to be hidden for a target to be able to move, and a truth that shows it. */
export interface Way {
  price: number;
  rows: number[];
  witness: Witness;
}

/**
 * What an attacker could believe, as two linear programmes over the differences from the truth: one with the pattern as it
 * stands, one in which any row that is still shown may move too, at its price.
 */
export class Programmes {
  readonly lines: readonly Target[];
  private readonly audit: Solver;
  private readonly choice: Solver;
  private readonly slack: ReadonlyMap<number, number>;

  /** `free` are the rows that may yet be hidden, with their prices; `bounds` those of each line, and shared: they change as the pattern grows. */
  constructor(highs: Highs, private readonly lean: Squeezed, private readonly bounds: Bound[], private readonly free: ReadonlyMap<number, { price: number; down: number }>) {
    const columns = lean.live.length;
    this.lines = [...lean.inRow.map((members) => members.map((at) => [at, 1] as const)), ...lean.inStep.map(({ plus, minus }) => [...plus.map((at) => [at, 1] as const), ...minus.map((at) => [at, -1] as const)])];
    this.slack = new Map([...free.keys()].map((row, at) => [row, 2 * columns + 2 * at]));
    this.audit = new Solver(highs, { rows: this.lines.map((line) => parted(line, columns)), columns: 2 * columns });
    this.choice = new Solver(highs, { columns: 2 * columns + 2 * free.size, rows: this.lines.map((line, row) => slackened(parted(line, columns), this.slack.get(row))) });
    for (const line of this.lines.keys()) this.rebound(line);
    for (let at = 0; at < 2 * columns; at += 1) for (const solver of [this.audit, this.choice]) solver.price(at, SPARING);
    for (const [row, { price, down }] of free) {
      const at = this.slack.get(row) ?? 0;
      this.choice.price(at, price);
      this.choice.price(at + 1, price);
      this.choice.upper[at + 1] = down;
    }
  }

  get solves(): number {
    return this.audit.solves + this.choice.solves;
  }

  dispose(): void {
    this.audit.dispose();
    this.choice.dispose();
  }

  /** Takes the place of an attacker. */
  beginAttack({ knows, share }: Attacker): void {
    for (const [at, one] of this.lean.live.entries()) {
      const known = knows(one);
      for (const solver of [this.audit, this.choice]) {
        solver.upper[at] = known ? 0 : Infinity;
        solver.upper[this.lean.live.length + at] = known ? 0 : one.truth - share(one);
      }
    }
    this.audit.boundColumns();
    this.choice.boundColumns();
  }

  /** Sends the bounds of a line as they are now. */
  rebound(line: number): void {
    const { lower, upper } = this.bounds[line] ?? FREE;
    this.audit.boundRow(line, lower, upper);
    this.choice.boundRow(line, lower, upper);
  }

  /** A row that was shown is hidden now: it moves for nothing. */
  hide(row: number): void {
    this.rebound(row);
    const at = this.slack.get(row);
    if (at === undefined) return;
    this.choice.boundColumn(at, 0, 0);
    this.choice.boundColumn(at + 1, 0, 0);
  }

  /** How far a line can be moved within a reach as the pattern stands: up for a positive sign, down for a negative one. */
  stretch(line: number, sign: 1 | -1, most: number): Witness | null {
    const { lower, upper } = this.bounds[line] ?? FREE;
    if (sign > 0) this.audit.boundRow(line, Math.max(lower, 0), Math.min(upper, most));
    else this.audit.boundRow(line, Math.max(lower, -most), Math.min(upper, 0));
    const aim = parted(this.lines[line] ?? [], this.lean.live.length).map(([at, factor]) => [at, SPARING - sign * factor] as const);
    const found = this.solved(this.audit, aim, this.bounds);
    this.audit.boundRow(line, lower, upper);
    return found?.witness ?? null;
  }

  /** The cheapest way for a line to move by so much; null where there is none, whatever is hidden. */
  wayBy(line: number, by: number): Way | null {
    const { lower, upper } = this.bounds[line] ?? FREE;
    if (by < lower || by > upper) return null;
    this.choice.boundRow(line, by, by);
    const found = this.solved(this.choice, [], null);
    this.choice.boundRow(line, lower, upper);
    return found && { ...found, price: found.rows.reduce((sum, row) => sum + (this.free.get(row)?.price ?? 0), 0) };
  }

  /** Solves, and where the best point is not whole, goes on to a whole one near it. */
  private solved(solver: Solver, aim: readonly (readonly [number, number])[], bounds: readonly Bound[] | null): { rows: number[]; witness: Witness } | null {
    solver.aimAt(aim);
    const first = solver.solve();
    if (!first) return null;
    return this.whole(first, bounds) ?? this.whole(solver.roundedDown(first, 2 * this.lean.live.length), bounds);
  }

  private whole(found: Float64Array | null, bounds: readonly Bound[] | null): { rows: number[]; witness: Witness } | null {
    if (!found) return null;
    const rows = bounds ? [] : this.movedIn(found);
    const within = bounds ?? this.bounds.map((bound, row) => (rows.includes(row) ? { lower: -(this.free.get(row)?.down ?? 0), upper: Infinity } : bound));
    const witness = wholeWitness(this.differences(found), this.lines, this.lean.live.length, within);
    return witness && { rows, witness };
  }

  private differences(found: Float64Array): Float64Array {
    const columns = this.lean.live.length;
    return Float64Array.from({ length: columns }, (_, at) => (found[at] ?? 0) - (found[columns + at] ?? 0));
  }

  private movedIn(found: Float64Array): number[] {
    return [...this.slack].flatMap(([row, at]) => (Math.abs((found[at] ?? 0) - (found[at + 1] ?? 0)) > EPSILON ? [row] : []));
  }
}

const FREE: Bound = { lower: -Infinity, upper: Infinity };

/** Ups and downs as columns of their own, so that both can cost. */
function parted(line: Target, columns: number): (readonly [number, number])[] {
  return line.flatMap(([at, factor]) => [[at, factor] as const, [columns + at, -factor] as const]);
}

function slackened(line: readonly (readonly [number, number])[], slack: number | undefined): readonly (readonly [number, number])[] {
  return slack === undefined ? line : [...line, [slack, -1], [slack + 1, 1]];
}
