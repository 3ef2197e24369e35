import { cellKey, cellsWith, finestKey, finestOf } from './cells';
import type { Cell } from './cells';
import type { ReleaseMade } from './earlier';
import type { FinestCount } from './facts';
import type { Insider } from './statistic';

/** A whole number that nobody outside knows: how many facts there are of one finest kind, or how many came between two releases. */
export interface Unknown {
  truth: number;
  /** The rows that it counts to. */
  rows: number[];
  /** Which insiders know it: the members it lies in, by `dimension level member`. */
  members: readonly string[];
  /** How much of it each insider of the kind `OWN` knows. */
  own: ReadonlyMap<string, number>;
}

/** A sum of unknowns that was or will be published or hidden. */
export interface Row {
  truth: number;
  unknowns: number[];
  /** The cells that are this sum: those of one release that can never differ. */
  cells: Cell[];
  /** Of the release that is being made; rows of earlier ones stay as they are. */
  isNew: boolean;
  /** For an earlier release: whether it was hidden. */
  hidden: boolean;
}

/** A difference between a release and the one before it: known to whoever has both. */
export interface Step {
  truth: number;
  plus: number[];
  minus: number[];
  /** The row of the later release. */
  row: number;
  /** Whether the earlier counts were all shown, so that showing the new one would tell the step. */
  plain: boolean;
}

/** Everything that an attacker could reckon with: unknowns, sums of them, and steps. */
export interface System {
  unknowns: Unknown[];
  rows: Row[];
  steps: Step[];
}

/** Lays out the sums of a release and of the earlier ones that it overlaps with, oldest first, over the same unknowns. */
export function systemOf(earlier: readonly ReleaseMade[], made: Omit<ReleaseMade, 'cells'>, insiders: readonly Insider[]): System {
  const unknowns: Unknown[] = [];
  const rows: Row[] = [];
  const layers: Layer[] = [];
  for (const release of [...earlier, { ...made, cells: null }]) layers.push(addLayer(release, layers, unknowns, rows, insiders));
  // The steps between earlier releases are as secret as they were.
  const steps = layers.flatMap((_, at) => stepsOf(layers.slice(0, at + 1), rows));
  return { unknowns, rows, steps };
}

interface Layer {
  release: Omit<ReleaseMade, 'cells'>;
  /** The unknowns that sum to each finest count. */
  finest: Map<string, { count: FinestCount; unknowns: number[] }>;
  /** The row of each cell. */
  cells: Map<string, number>;
}

type Told = Omit<ReleaseMade, 'cells'> & { cells: ReleaseMade['cells'] | null };

function addLayer(release: Told, before: readonly Layer[], unknowns: Unknown[], rows: Row[], insiders: readonly Insider[]): Layer {
  const { lattice, members, quarters } = release;
  const counts = new Map(release.finest.map((one) => [finestKey(lattice.dimensions, one), one]));
  const finest = new Map<string, { count: FinestCount; unknowns: number[] }>();
  const told = knowersOf(release, insiders);
  for (const empty of finestOf(lattice, members, quarters)) {
    const key = finestKey(lattice.dimensions, empty);
    const count = counts.get(key) ?? empty;
    const last = before.findLast((layer) => layer.finest.has(key))?.finest.get(key);
    finest.set(key, { count, unknowns: grown(count, last, unknowns, told(count)) });
  }
  const hidden = new Map((release.cells ?? []).map((cell) => [cellKey(cell), cell.value === null]));
  return { release, finest, cells: addRows(release, finest, hidden, unknowns, rows) };
}

/** Facts mostly only come: then what came is a number of its own. Where some went, nothing is known of the one by the other. */
function grown(count: FinestCount, last: { count: FinestCount; unknowns: number[] } | undefined, unknowns: Unknown[], members: readonly string[]): number[] {
  const grows = last !== undefined && count.count >= last.count.count;
  const own = new Map(Object.entries(count.own ?? {}).map(([who, n]): [string, number] => [who, Math.max(0, n - (grows ? (last.count.own?.[who] ?? 0) : 0))]));
  unknowns.push({ truth: count.count - (grows ? last.count.count : 0), rows: [], members, own });
  return [...(grows ? last.unknowns : []), unknowns.length - 1];
}

function knowersOf({ lattice, members }: Told, insiders: readonly Insider[]): (count: FinestCount) => string[] {
  const asked = insiders.flatMap((insider) => {
    if (insider.kind !== 'MEMBER') return [];
    const depth = lattice.dimensions.find(({ code }) => code === insider.dimension)?.levels.indexOf(insider.level) ?? -1;
    const paths = new Map((members[insider.dimension] ?? []).map((path) => [path[0], path]));
    return depth < 0 ? [] : [{ ...insider, depth, paths }];
  });
  return ({ at }) => asked.map(({ dimension, level, depth, paths }) => `${dimension} ${level} ${paths.get(at[dimension] ?? '')?.[depth] ?? ''}`);
}

function addRows(release: Told, finest: Layer['finest'], hidden: ReadonlyMap<string, boolean>, unknowns: Unknown[], rows: Row[]): Map<string, number> {
  const sums = new Map<string, { cell: Cell; unknowns: number[]; truth: number }>();
  const cellsOf = cellsWith(release.lattice, release.members);
  for (const { count, unknowns: parts } of finest.values()) {
    for (const cell of cellsOf(count)) {
      const key = cellKey(cell);
      const sum = sums.get(key) ?? { cell, unknowns: [], truth: 0 };
      sums.set(key, sum);
      sum.unknowns.push(...parts);
      sum.truth += count.count;
    }
  }
  return joined(sums, release.cells === null, hidden, unknowns, rows);
}

/** Cells of one release that sum the same unknowns are one row: a service with one team is that team. */
function joined(sums: Map<string, { cell: Cell; unknowns: number[]; truth: number }>, isNew: boolean, hidden: ReadonlyMap<string, boolean>, unknowns: Unknown[], rows: Row[]): Map<string, number> {
  const alike = new Map<string, number>();
  const placed = new Map<string, number>();
  for (const [key, sum] of sums) {
    const signature = `${hidden.get(key) === true} ${sum.unknowns.join(' ')}`;
    let at = alike.get(signature);
    if (at === undefined) {
      at = rows.push({ truth: sum.truth, unknowns: sum.unknowns, cells: [], isNew, hidden: hidden.get(key) === true }) - 1;
      alike.set(signature, at);
      for (const unknown of sum.unknowns) unknowns[unknown]?.rows.push(at);
    }
    rows[at]?.cells.push(sum.cell);
    placed.set(key, at);
  }
  return placed;
}

/** What each cell of the last release is beyond the one before: of the same period, or of the quarters that it sums. */
function stepsOf(layers: readonly Layer[], rows: readonly Row[]): Step[] {
  const last = layers.at(-1);
  if (!last) return [];
  const older = layers.slice(0, -1);
  const same = older.findLast(({ release }) => release.period === last.release.period);
  const parts = last.release.quarters.map((quarter) => older.findLast(({ release }) => release.quarters.length === 1 && release.quarters[0] === quarter));
  const sources = same ? [[same]] : [];
  if (last.release.quarters.length > 1 && parts.every((one) => one !== undefined)) sources.push(parts as Layer[]);
  return sources.flatMap((source) => [...last.cells].flatMap(([key, row]) => stepOf(key, row, source, rows)));
}

function stepOf(key: string, row: number, source: readonly Layer[], rows: readonly Row[]): Step[] {
  const old = source.map((layer) => rows[layer.cells.get(key) ?? -1]);
  const now = rows[row];
  if (!now || old.some((one) => one === undefined)) return [];
  const count = new Map<number, number>();
  for (const unknown of now.unknowns) count.set(unknown, (count.get(unknown) ?? 0) + 1);
  for (const one of old) for (const unknown of one?.unknowns ?? []) count.set(unknown, (count.get(unknown) ?? 0) - 1);
  const truth = now.truth - old.reduce((sum, one) => sum + (one?.truth ?? 0), 0);
  const plain = old.every((one) => one?.hidden === false);
  return [{ truth, row, plain, plus: [...count].flatMap(([unknown, times]) => (times > 0 ? [unknown] : [])), minus: [...count].flatMap(([unknown, times]) => (times < 0 ? [unknown] : [])) }];
}
