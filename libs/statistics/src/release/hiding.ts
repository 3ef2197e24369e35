import type { Highs } from 'highs';
import type { Attacker } from './attackers';
import type { Primary } from './primary';
import { breath } from './breath';
import { Programmes } from './programmes';
import type { Squeezed } from './squeeze';
import type { System } from './system';
import type { HidingRule } from './statistic';
import { movesOf, possibleFor } from './witnesses';
import type { Bound, Reach, Witness } from './witnesses';

/** By how much a witness moves each line that it moves. */
type Moves = ReadonlyMap<number, number>;

/** What one attacker is known to be unable to bound. */
export interface Attack {
  attacker: Attacker;
  reach: Map<number, Reach>;
  /** How many of the pool's witnesses were looked at, and which of them this attacker would believe, by what they move. */
  seen: number;
  believed: Moves[];
}

/** A pattern of hiding as it grows. Lines are rows, and after them steps. */
export class Hiding {
  readonly hidden: Set<number>;
  /** The lines that must not be bounded: hidden rows, and small steps. */
  readonly guarded: Set<number>;
  readonly programmes: Programmes;
  readonly bounds: Bound[];
  private readonly pool: { witness: Witness; moves: Moves }[] = [];
  private readonly most: number;

  constructor(highs: Highs, private readonly system: System, private readonly lean: Squeezed, private readonly primary: Primary, rule: HidingRule) {
    const { rows, steps } = system;
    this.most = rule.leastRange - 1;
    this.hidden = new Set(primary.hidden);
    const isHidden = (row: number) => (rows[row]?.isNew ? this.hidden.has(row) : rows[row]?.hidden === true);
    const live = (row: number) => (lean.inRow[row]?.length ?? 0) > 0;
    const free = rows.flatMap(({ isNew, truth, cells }, row) => (isNew && truth > 0 && !this.hidden.has(row) && live(row) ? [[row, { price: cells.length * (1 + Math.log2(1 + truth)), down: truth - 1 }] as const] : []));
    this.bounds = rows.map((_, row) => (isHidden(row) ? this.hiddenBound(row) : { lower: 0, upper: 0 }));
    this.programmes = new Programmes(highs, lean, this.bounds, new Map(free));
    const small = steps.flatMap(({ truth }, at) => (Math.abs(truth) >= 1 && Math.abs(truth) <= rule.hiddenUpTo ? [rows.length + at] : []));
    this.guarded = new Set([...[...rows.keys()].filter((row) => isHidden(row) && live(row)), ...small]);
  }

  begin(attacker: Attacker): Attack {
    return { attacker, reach: new Map(), seen: 0, believed: [] };
  }

  /** Sees to it that an attacker can bound nothing, hiding more where it must; false where nothing helps. */
  async guardAgainst(attack: Attack): Promise<boolean> {
    this.catchUp(attack);
    if (this.open(attack).length === 0) return true;
    this.programmes.beginAttack(attack.attacker);
    for (let open = this.open(attack); open.length > 0; open = this.open(attack)) {
      for (const line of open) {
        await breath();
        if (!this.guard(attack, line)) return false;
      }
    }
    return true;
  }

  /** What the attacker could still bound, as far as is known; the largest first. What they know wholly is no secret to them. */
  open(attack: Attack): number[] {
    const secret = (line: number) => this.programmes.lines[line]?.some(([at]) => !attack.attacker.knows(this.lean.live[at] ?? { members: [] }));
    const truth = (line: number) => this.system.rows[line]?.truth ?? 0;
    return [...this.guarded].filter((line) => !this.settled(attack, line) && secret(line)).sort((one, other) => truth(other) - truth(one) || one - other);
  }

  settled({ reach }: Attack, line: number): boolean {
    const { up, down } = reach.get(line) ?? NONE;
    return up + down >= this.most;
  }

  /** Whether the pattern as it stands guards a line already. The programmes must stand in the attacker's place. */
  stands(attack: Attack, line: number): boolean {
    for (const sign of [1, -1] as const) {
      if (this.settled(attack, line)) return true;
      const witness = this.programmes.stretch(line, sign, this.most);
      if (witness) this.keep(attack, witness);
    }
    return this.settled(attack, line);
  }

  /** Gives an attack what the witnesses of others prove for it too. */
  catchUp(attack: Attack): void {
    for (const { witness, moves } of this.pool.slice(attack.seen)) if (possibleFor(attack.attacker, this.lean, witness)) credit(attack, moves);
    attack.seen = this.pool.length;
  }

  /** An attack as it would stand by the witnesses alone that leave a line as it is. */
  trial(attack: Attack, line: number): Attack {
    this.catchUp(attack);
    const trial: Attack = { ...attack, reach: new Map(), believed: [] };
    for (const moves of attack.believed) if (!moves.has(line)) credit(trial, moves);
    return trial;
  }

  /** Forgets the witnesses that move a line which is shown again. */
  dropMoving(attacks: readonly Attack[], line: number): void {
    for (const attack of attacks) this.catchUp(attack);
    this.pool.splice(0, Infinity, ...this.pool.filter(({ moves }) => !moves.has(line)));
    for (const attack of attacks) attack.seen = this.pool.length;
  }

  private guard(attack: Attack, line: number): boolean {
    return this.stands(attack, line) || this.hideFor(attack, line);
  }

  /** Moves the line as far as it must go at the least price, and hides what moves with it. */
  private hideFor(attack: Attack, line: number): boolean {
    const { up, down } = attack.reach.get(line) ?? NONE;
    const distances = [...new Set([this.most - down, up - this.most, this.most, -this.most])];
    const ways = distances.map((by) => this.programmes.wayBy(line, by)).filter((way) => way !== null);
    const best = ways.sort((one, other) => one.price - other.price)[0];
    if (!best) return false;
    for (const row of best.rows) this.hide(row);
    this.keep(attack, best.witness);
    return this.settled(attack, line) || (best.rows.length > 0 && this.guard(attack, line));
  }

  /** Hides a row of the new release. */
  hide(row: number): void {
    this.hidden.add(row);
    this.guarded.add(row);
    this.bounds[row] = this.hiddenBound(row);
    this.programmes.hide(row);
  }

  /** Shows a row again. Witnesses that move it must be forgotten. */
  expose(row: number): void {
    this.hidden.delete(row);
    this.guarded.delete(row);
    this.bounds[row] = { lower: 0, upper: 0 };
    this.programmes.rebound(row);
  }

  private keep(attack: Attack, witness: Witness): void {
    this.pool.push({ witness, moves: movesOf(this.programmes.lines, witness) });
    this.catchUp(attack);
  }

  /** A hidden row is no zero, and an attacker knows that: unless its group is all alike. */
  private hiddenBound(row: number): Bound {
    const truth = this.system.rows[row]?.truth ?? 0;
    return { lower: truth === 0 || this.primary.alike.has(row) ? -truth : 1 - truth, upper: Infinity };
  }
}

const NONE: Reach = { up: 0, down: 0 };

function credit({ reach, believed }: Attack, moves: Moves): void {
  believed.push(moves);
  for (const [line, by] of moves) {
    const { up, down } = reach.get(line) ?? NONE;
    reach.set(line, { up: Math.max(up, by), down: Math.max(down, -by) });
  }
}
