import type { GraphQLError, GraphQLObjectType } from 'graphql';
import { fixed } from '../errors/codes';
import { ExplainedPlaces, MOST_ERRORS, isRecord, placed } from './error-places';
import type { FieldShape, SelectionShape, Wrap } from './shape';

/** A null where the schema allows none: its parent becomes null in turn. */
const BROKEN = Symbol('broken');
/** A pointer to a thing that its owner does not show: it reads as absent, as what never was. */
const ABSENT = Symbol('absent');
type None = typeof BROKEN | typeof ABSENT;

/** The way back to the root, so that a path costs nothing until there is an error. */
interface Trail {
  up: Trail | null;
  step: string | number;
}

export interface CompletedAnswer {
  data: Record<string, unknown> | null;
  errors: GraphQLError[];
}

/**
 * Completes what the subgraphs sent against the API schema, as the GraphQL specification asks:
 * keys in the order of the document, type names filled in, and each forbidden null carried up to the nearest place that
 * may be null, with one error at its path unless a subgraph's error accounts for it. A subgraph never
 * sends a forbidden null without an error: where one stands, the thing is hidden by its owner and is null as if it never was.
 */
export function complete(shape: SelectionShape, root: GraphQLObjectType, raw: Record<string, unknown>, fromSubgraphs: readonly GraphQLError[]): CompletedAnswer {
  const errors = placed(fromSubgraphs, shape, root, raw);
  const data = new Completion(errors).object(shape, root, raw, null);
  return { data: isNone(data) ? null : data, errors };
}

class Completion {
  private explained: ExplainedPlaces | null = null;

  constructor(private readonly errors: GraphQLError[]) {}

  object(shape: SelectionShape, type: GraphQLObjectType, raw: Record<string, unknown>, trail: Trail | null): Record<string, unknown> | None {
    const answer: Record<string, unknown> = {};
    for (const field of shape.fieldsOf(type).values()) {
      const value = field.name === '__typename' ? type.name : this.value(field.wrap, field, raw[field.key], trail, field.key);
      if (isNone(value)) return value;
      answer[field.key] = value;
    }
    return answer;
  }

  /** A value that may be null; BROKEN where it may not and is, ABSENT where it may not and never came. */
  private value(wrap: Wrap, field: FieldShape, raw: unknown, up: Trail | null, step: string | number): unknown {
    if (wrap.kind === 'non-null') {
      if (isMissing(raw) && up !== null && typeof step === 'string') return ABSENT;
      const value = this.nullable(wrap.of, field, raw, up, step);
      if (value !== null && value !== ABSENT) return value;
      this.report({ up, step });
      return BROKEN;
    }
    const value = this.nullable(wrap, field, raw, up, step);
    return isNone(value) ? null : value;
  }

  private nullable(wrap: Wrap, field: FieldShape, raw: unknown, up: Trail | null, step: string | number): unknown {
    if (isMissing(raw)) return null;
    if (wrap.kind === 'leaf') return raw;
    if (wrap.kind === 'list') return Array.isArray(raw) ? this.list(wrap.of, field, raw, { up, step }) : this.misshapen({ up, step });
    if (!isRecord(raw)) return this.misshapen({ up, step });
    const type = wrap.kind === 'object' ? wrap.type : wrap.kind === 'abstract' ? wrap.possible.get(String(raw['__typename'])) : undefined;
    // A type that is not in the API schema is hidden, and reads as absent.
    return type && field.below ? this.object(field.below, type, raw, { up, step }) : null;
  }

  private list(of: Wrap, field: FieldShape, raw: readonly unknown[], trail: Trail): unknown[] | None {
    const answer: unknown[] = new Array(raw.length);
    for (let index = 0; index < raw.length; index += 1) {
      const item = this.value(of, field, raw[index], trail, index);
      if (isNone(item)) return item;
      answer[index] = item;
    }
    return answer;
  }

  private misshapen(trail: Trail): null {
    this.report(trail);
    return null;
  }

  private report(trail: Trail): void {
    if (this.errors.length >= MOST_ERRORS) return;
    const path = pathOf(trail);
    this.explained ??= new ExplainedPlaces(this.errors);
    if (this.explained.has(path)) return;
    this.errors.push(fixed('INTERNAL', { path }));
    this.explained = null;
  }
}

function isNone(value: unknown): value is None {
  return value === BROKEN || value === ABSENT;
}

function isMissing(raw: unknown): boolean {
  return raw === null || raw === undefined;
}

function pathOf(trail: Trail | null): (string | number)[] {
  const path: (string | number)[] = [];
  for (let at = trail; at; at = at.up) path.push(at.step);
  return path.reverse();
}
