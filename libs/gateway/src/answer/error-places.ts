import { GraphQLError } from 'graphql';
import type { GraphQLObjectType } from 'graphql';
import type { SelectionShape, Wrap } from './shape';

export type AnswerPath = readonly (string | number)[];

/** More errors than this tell a client nothing new. */
export const MOST_ERRORS = 100;

/** Cuts each error's path where it leaves what the client asked for, and drops repetitions. `data` is the answer before completion. */
export function placed(errors: readonly GraphQLError[], shape: SelectionShape, root: GraphQLObjectType, data: unknown): GraphQLError[] {
  const kept = new Map<string, GraphQLError>();
  for (const error of errors) {
    if (kept.size >= MOST_ERRORS) break;
    const path = visiblePath(error.path ?? [], { wrap: { kind: 'object', type: root }, below: shape, value: data });
    const key = JSON.stringify([path, error.extensions['code']]);
    if (!kept.has(key)) kept.set(key, new GraphQLError(error.message, { path: path.length ? [...path] : undefined, extensions: error.extensions }));
  }
  return [...kept.values()];
}

interface Place {
  wrap: Wrap;
  below: SelectionShape | null;
  value: unknown;
}

function visiblePath(path: AnswerPath, start: Place): AnswerPath {
  let place = start;
  for (const [index, step] of path.entries()) {
    const next = typeof step === 'number' ? itemOf(place, step) : fieldOf(place, step);
    if (!next) return path.slice(0, index);
    place = next;
  }
  return path;
}

function itemOf(place: Place, index: number): Place | null {
  const wrap = place.wrap.kind === 'non-null' ? place.wrap.of : place.wrap;
  if (wrap.kind !== 'list') return null;
  return { ...place, wrap: wrap.of, value: Array.isArray(place.value) ? place.value[index] : undefined };
}

function fieldOf(place: Place, key: string): Place | null {
  const type = typeAt(place.wrap, place.value);
  const field = type && place.below?.fieldsOf(type).get(key);
  return field ? { wrap: field.wrap, below: field.below, value: isRecord(place.value) ? place.value[key] : undefined } : null;
}

function typeAt(wrap: Wrap, value: unknown): GraphQLObjectType | undefined {
  if (wrap.kind === 'non-null') return typeAt(wrap.of, value);
  if (wrap.kind === 'object') return wrap.type;
  return wrap.kind === 'abstract' && isRecord(value) ? wrap.possible.get(String(value['__typename'])) : undefined;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Tells whether a null is accounted for already: by an error at its place, above it or below it. */
export class ExplainedPlaces {
  private readonly exact = new Set<string>();
  private readonly above = new Set<string>();

  constructor(errors: readonly GraphQLError[]) {
    for (const { path } of errors) {
      if (!path) continue;
      this.exact.add(keyOf(path));
      for (let length = 1; length < path.length; length += 1) this.above.add(keyOf(path.slice(0, length)));
    }
  }

  has(path: AnswerPath): boolean {
    if (this.above.has(keyOf(path))) return true;
    return path.some((_, index) => this.exact.has(keyOf(path.slice(0, index + 1))));
  }
}

function keyOf(path: AnswerPath): string {
  return JSON.stringify(path);
}
