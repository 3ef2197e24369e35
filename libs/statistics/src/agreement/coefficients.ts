import { normalQuantile } from '../confidence';
import type { Confidence, Interval } from '../confidence';
import type { RatingTable } from './ratings';
import { checkWeights } from './weights';
import type { Weights } from './weights';

/** One coefficient of agreement with what it rests on. */
export interface Coefficient {
  /**
   * 1 is full agreement, 0 what chance would give. Kappa and AC1 are never below -1; AC2 is where raters are far apart
   * nearly every time. Null where chance alone would agree fully, or nothing was rated.
   */
  value: number | null;
  /** Agreement seen, weighted, from 0 to 1. */
  observed: number | null;
  /** Agreement that chance would give, weighted, from 0 to 1. */
  expected: number | null;
  /** Of a large sample, with n below the line. */
  standardError: number | null;
  /** Value and normal quantile times the standard error, cut at 1 and, where the value is not below it, at -1. With few cases it is too narrow: show n. */
  interval: Interval | null;
}

const UNKNOWN: Coefficient = { value: null, observed: null, expected: null, standardError: null, interval: null };

/** Cohen's kappa, weighted: chance keeps each rater's own shares (Cohen 1968). Standard error: Fleiss, Cohen and Everitt 1969. */
export function weightedKappa(table: RatingTable, weights: Weights, confidence: Confidence = 0.95): Coefficient {
  const { cells, rows, columns } = sharesOf(table);
  const byChance = rows.map((row) => columns.map((column) => row * column));
  const ofRow = weights.map((line) => dot(line, columns));
  const ofColumn = weights.map((line) => dot(line, rows));
  return coefficient({ table, cells, weights, confidence, expected: weighted(byChance, weights), pull: (i, j) => at(ofRow, i) + at(ofColumn, j) });
}

/**
 * Gwet's AC2; with identity weights it is AC1. Chance is reckoned from how evenly the categories are used, so that a rare
 * category does not make good agreement look poor (Gwet 2008; Handbook of Inter-Rater Reliability, 2014).
 */
export function gwetCoefficient(table: RatingTable, weights: Weights, confidence: Confidence = 0.95): Coefficient {
  const { cells, rows, columns } = sharesOf(table);
  const used = rows.map((row, place) => (row + at(columns, place)) / 2);
  const scale = sum(weights.flat()) / (used.length * (used.length - 1));
  const expected = scale * sum(used.map((share) => share * (1 - share)));
  return coefficient({ table, cells, weights, confidence, expected, pull: (i, j) => scale * (2 - at(used, i) - at(used, j)) });
}

interface Parts {
  table: RatingTable;
  cells: number[][];
  weights: Weights;
  confidence: Confidence;
  expected: number;
  /** How much one pair in a cell moves twice what chance would give. */
  pull: (row: number, column: number) => number;
}

/** Both coefficients have one form; by the delta method so do their variances. */
function coefficient({ table, cells, weights, confidence, expected, pull }: Parts): Coefficient {
  checkWeights(weights, table.counts.length);
  if (table.n === 0) return UNKNOWN;
  const observed = weighted(cells, weights);
  if (1 - expected < 1e-12) return { ...UNKNOWN, observed, expected };
  const value = (observed - expected) / (1 - expected);
  const squares = cells.map((line, i) => line.map((share, j) => share * (at(weights[i] ?? [], j) - pull(i, j) * (1 - value)) ** 2));
  const variance = (sum(squares.flat()) - (observed - 2 * expected * (1 - value)) ** 2) / (table.n * (1 - expected) ** 2);
  const standardError = Math.sqrt(Math.max(variance, 0));
  const reach = normalQuantile(confidence) * standardError;
  return { value, observed, expected, standardError, interval: { lower: Math.max(value - reach, Math.min(value, -1)), upper: Math.min(value + reach, 1) } };
}

function sharesOf({ counts, n }: RatingTable): { cells: number[][]; rows: number[]; columns: number[] } {
  const cells = counts.map((row) => row.map((count) => (n === 0 ? 0 : count / n)));
  return { cells, rows: cells.map(sum), columns: cells.map((_, place) => sum(cells.map((row) => at(row, place)))) };
}

function weighted(cells: readonly (readonly number[])[], weights: Weights): number {
  return sum(cells.map((row, place) => dot(row, weights[place] ?? [])));
}

function dot(one: readonly number[], other: readonly number[]): number {
  return sum(one.map((value, place) => value * at(other, place)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function at(values: readonly number[], place: number): number {
  return values[place] ?? 0;
}
