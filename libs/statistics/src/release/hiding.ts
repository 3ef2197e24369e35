import type { Highs } from 'highs';
import type { Attacker } from './attackers';
import type { Primary } from './primary';
import { Solver } from './solver';
import type { Squeezed } from './squeeze';
import type { System } from './system';
import type { HidingRule } from './statistic';
import { possibleFor, shift, wholeWitness } from './witnesses';
import type { Reach, Target, Witness } from './witnesses';

const EPSILON = 1e-6;

/** Something that an attacker must not be able to bound: a hidden row or a small step. */
interface Guarded {
  target: Target;
  /** Its line in the programme. */
  line: number;
  /** The row, where it is one; -1 for a step. */
  row: number;
  truth: number;
}

/** A pattern of hiding as it grows, with the programmes that show what can still be bounded. */
export class Hiding {
  readonly hidden: Set<number>;
  private readonly reach = new Map<number, Reach>();
  private readonly guarded = new Map<number, Guarded>();
  private readonly pool: Witness[] = [];
  private readonly bounds: { lower: number; upper: number }[];
  private readonly free: number[];
  private readonly audit: Solver;
  private readonly choice: Solver;
  private attacker: Attacker = { name: '', knows: () => false, share: () => 0 };

  constructor(highs: Highs, private readonly system: System, private readonly lean: Squeezed, private readonly primary: Primary, private readonly rule: HidingRule) {
    this.hidden = new Set(primary.hidden);
    const { rows, steps } = system;
    const lines = [...lean.inRow.map((members) => members.map((at) => [at, 1] as const)), ...lean.inStep.map(({ plus, minus }) => [...plus.map((at) => [at, 1] as const), ...minus.map((at) => [at, -1] as const)])];
    const columns = lean.live.length;
    this.free = rows.flatMap(({ isNew, truth }, at) => (isNew && truth > 0 && !this.hidden.has(at) && (lean.inRow[at]?.length ?? 0) > 0 ? [at] : []));
    this.audit = new Solver(highs, { rows: lines, columns });
    const slack = new Map(this.free.map((row, at) => [row, columns + 2 * at]));
    this.choice = new Solver(highs, { columns: columns + 2 * this.free.length, rows: lines.map((line, row) => slackened(line, slack.get(row))) });
    this.bounds = rows.map((_, row) => this.boundOf(row));
    for (const [row, { lower, upper }] of this.bounds.entries()) this.boundLine(row, lower, upper);
    for (const at of steps.keys()) this.boundLine(rows.length + at, -Infinity, Infinity);
    for (const row of this.free) this.price(row, slack.get(row) ?? 0);
    for (const [row, { isNew, hidden }] of rows.entries()) if (isNew ? this.hidden.has(row) : hidden) this.watch(row);
    for (const [at, { truth, row }] of steps.entries()) if (Math.abs(truth) >= 1 && Math.abs(truth) <= rule.hiddenUpTo) this.watchStep(at, truth, row);
  }

  get solves(): number {
    return this.audit.solves + this.choice.solves;
  }

  dispose(): void {
    this.audit.dispose();
    this.choice.dispose();
  }

  /** Takes the place of one who knows what they know, and remembers which witnesses they would believe. */
  beginAttack(attacker: Attacker): void {
    this.attacker = attacker;
    this.reach.clear();
    for (const [at, one] of this.lean.live.entries()) {
      const lower = attacker.knows(one) ? 0 : attacker.share(one) - one.truth;
      for (const solver of [this.audit, this.choice]) {
        solver.lower[at] = lower;
        solver.upper[at] = attacker.knows(one) ? 0 : Infinity;
      }
    }
    this.audit.boundColumns();
    this.choice.boundColumns();
    for (const witness of this.pool) if (possibleFor(attacker, this.lean, witness)) this.credit(witness);
  }

  /** What this attacker could still bound to too few whole numbers, as far as is known; hardest first. */
  openTargets(): Guarded[] {
    const open = [...this.guarded.values()].filter((one) => !this.settled(one) && one.target.some(([at]) => !this.attacker.knows(this.lean.live[at] ?? { members: [] })));
    return open.sort((one, other) => other.truth - one.truth || one.line - other.line);
  }

  /** Sees to it that a target cannot be bounded, hiding more where it must; false where nothing helps. */
  guard(one: Guarded): boolean {
    if (this.settled(one) || this.stretch(one, 1) || this.stretch(one, -1)) return true;
    return this.hideFor(one);
  }

  private settled({ line }: Guarded): boolean {
    const { up, down } = this.reachOf(line);
    return up + down >= this.rule.leastRange - 1;
  }

  private reachOf(line: number): Reach {
    return this.reach.get(line) ?? { up: 0, down: 0 };
  }

  /** Whether the target can be moved far enough in one direction with what is hidden already. */
  private stretch(one: Guarded, sign: 1 | -1): boolean {
    const most = this.rule.leastRange - 1;
    const { lower, upper } = this.lineBounds(one);
    const [low, high] = sign > 0 ? [Math.max(lower, 0), Math.min(upper, most)] : [Math.max(lower, -most), Math.min(upper, 0)];
    this.boundLine(one.line, low, high, 'audit');
    this.audit.aimAt(one.target.map(([at, factor]) => [at, -sign * factor]));
    const found = this.audit.solve();
    this.boundLine(one.line, lower, upper, 'audit');
    if (found) this.take(found);
    return this.settled(one);
  }

  /** Moves the target as far as it must go at the least price, and hides what moves with it. */
  private hideFor(one: Guarded): boolean {
    const { up, down } = this.reachOf(one.line);
    const most = this.rule.leastRange - 1;
    const ways = [most - down, -(most - up), most, -most].map((by) => this.way(one, by)).filter((way) => way !== null);
    const best = ways.sort((a, b) => a.price - b.price)[0];
    if (!best) return false;
    for (const row of best.rows) this.hide(row);
    this.credit(best.witness);
    this.pool.push(best.witness);
    return this.settled(one) || this.hideAgain(one, best.rows.length);
  }

  private hideAgain(one: Guarded, hidden: number): boolean {
    return hidden > 0 && this.guard(one);
  }

  private way(one: Guarded, by: number): { price: number; rows: number[]; witness: Witness } | null {
    const { lower, upper } = this.lineBounds(one);
    if (by < lower || by > upper) return null;
    this.boundLine(one.line, by, by, 'choice');
    this.choice.aimAt([]);
    const found = this.choice.solve();
    this.boundLine(one.line, lower, upper, 'choice');
    if (!found) return null;
    const columns = this.lean.live.length;
    const rows = this.free.filter((row, at) => !this.hidden.has(row) && Math.abs((found[columns + 2 * at] ?? 0) - (found[columns + 2 * at + 1] ?? 0)) > EPSILON);
    const moved = this.bounds.map((bound, row) => (rows.includes(row) ? this.hiddenBound(row) : bound));
    const witness = wholeWitness(found, this.lean, moved);
    return witness && { rows, witness, price: rows.reduce((sum, row) => sum + this.priceOf(row), 0) };
  }

  private take(found: Float64Array): void {
    const witness = wholeWitness(found, this.lean, this.bounds);
    if (!witness) return;
    this.pool.push(witness);
    this.credit(witness);
  }

  private credit(witness: Witness): void {
    for (const { target, line } of this.guarded.values()) {
      const by = shift(target, witness);
      if (by === 0) continue;
      const { up, down } = this.reachOf(line);
      this.reach.set(line, { up: Math.max(up, by), down: Math.max(down, -by) });
    }
  }

  private hide(row: number): void {
    this.hidden.add(row);
    const bound = this.hiddenBound(row);
    this.bounds[row] = bound;
    this.boundLine(row, bound.lower, bound.upper);
    const column = this.lean.live.length + 2 * this.free.indexOf(row);
    for (const at of [column, column + 1]) this.choice.boundColumn(at, 0, 0);
    this.watch(row);
    for (const witness of this.pool) if (possibleFor(this.attacker, this.lean, witness)) this.credit(witness);
  }

  private watch(row: number): void {
    const target = (this.lean.inRow[row] ?? []).map((at) => [at, 1] as const);
    if (target.length > 0) this.guarded.set(row, { target, line: row, row, truth: this.system.rows[row]?.truth ?? 0 });
  }

  private watchStep(at: number, truth: number, row: number): void {
    const { plus, minus } = this.lean.inStep[at] ?? { plus: [], minus: [] };
    const target: Target = [...plus.map((one) => [one, 1] as const), ...minus.map((one) => [one, -1] as const)];
    if (target.length > 0) this.guarded.set(this.system.rows.length + at, { target, line: this.system.rows.length + at, row: -1, truth });
    void row;
  }

  private boundOf(row: number): { lower: number; upper: number } {
    const one = this.system.rows[row];
    const hidden = one?.isNew ? this.hidden.has(row) : one?.hidden;
    return hidden ? this.hiddenBound(row) : { lower: 0, upper: 0 };
  }

  /** A hidden row is no zero, and an attacker knows that: unless its group is all alike. */
  private hiddenBound(row: number): { lower: number; upper: number } {
    const truth = this.system.rows[row]?.truth ?? 0;
    return { lower: truth === 0 || this.primary.alike.has(row) ? -truth : 1 - truth, upper: Infinity };
  }

  private lineBounds({ line, row }: Guarded): { lower: number; upper: number } {
    return row >= 0 ? (this.bounds[line] ?? { lower: 0, upper: 0 }) : { lower: -Infinity, upper: Infinity };
  }

  private boundLine(line: number, lower: number, upper: number, only?: 'audit' | 'choice'): void {
    if (only !== 'choice') this.audit.boundRow(line, lower, upper);
    if (only !== 'audit') this.choice.boundRow(line, lower, upper);
  }

  private price(row: number, column: number): void {
    const truth = this.system.rows[row]?.truth ?? 0;
    for (const at of [column, column + 1]) {
      this.choice.cost[at] = this.priceOf(row);
      this.choice.upper[at] = at === column ? Infinity : truth - 1;
    }
    this.choice.aimAt([column, column + 1].map((at) => [at, this.choice.cost[at] ?? 0]));
  }

  /** Large counts say more, and sums carry others: they are dearer to hide. */
  private priceOf(row: number): number {
    return 1 + Math.log2(1 + (this.system.rows[row]?.truth ?? 0));
  }
}

function slackened(line: readonly (readonly [number, number])[], slack: number | undefined): readonly (readonly [number, number])[] {
  return slack === undefined ? line : [...line, [slack, -1], [slack + 1, 1]];
}
