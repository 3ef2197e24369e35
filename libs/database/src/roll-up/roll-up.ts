import type { SubgraphName } from '../subgraph-name';

/** SQL of one dimension: what it is and how it is read off a fact `f` (or what the fact is spread into, `s`). */
export interface RollUpDimension {
  type: 'uuid' | 'text' | 'int' | 'boolean' | 'date';
  sql: string;
}

/** Sums that facts keep in step by themselves. Frozen with the migration that makes it, like every rule there. */
export interface RollUp {
  /** The table of the sums; `<name>_change` holds what was not folded into it yet. */
  name: string;
  /** The table of the facts. What a sum goes by lies on the fact's own row: a join could not be kept in step by two writers at once. */
  facts: string;
  dimensions: Readonly<Record<string, RollUpDimension>>;
  /** SQL of the whole number that a fact adds to each sum. */
  measures: Readonly<Record<string, string>>;
  /** SQL: which facts count. */
  where: string;
  /** SQL of a set that one fact is spread into, as `s`: `jsonb_each_text(f.grades) as s (code, grade)`. */
  spread?: string;
  /**
   * The same sums counted from the facts in another way: a query, with the schema named, that answers the dimensions and
   * then the measures. It is what the kept sums are checked against, so it must not be worked out from the lines above.
   */
  recount: string;
}

/** A roll-up's tables and columns, ready to stand in SQL. */
export interface RollUpSql {
  kept: string;
  changes: string;
  /** Counts the facts anew. */
  counted: string;
  dimensions: string[];
  measures: string[];
}

export function sqlOf(schema: SubgraphName, { name, dimensions, measures }: Pick<RollUp, 'name' | 'dimensions' | 'measures'>): RollUpSql {
  const columns = [...Object.keys(dimensions), ...Object.keys(measures)];
  const odd = [name, ...columns].find((one) => !/^[a-z][a-z0-9_]{0,40}$/.test(one));
  if (odd !== undefined || new Set(columns).size < columns.length) throw new Error(`"${odd ?? name}" cannot name a roll-up or a column of it: snake_case, each once, at most 41 characters.`);
  if (Object.keys(dimensions).length === 0 || Object.keys(measures).length === 0) throw new Error(`The roll-up ${name} needs a dimension and a measure.`);
  return {
    kept: `${schema}."${name}"`,
    changes: `${schema}."${name}_change"`,
    counted: `${schema}."${name}_counted"()`,
    dimensions: Object.keys(dimensions).map((one) => `"${one}"`),
    measures: Object.keys(measures).map((one) => `"${one}"`),
  };
}

/** A query of the sums as they are now, folded or not: for the reporting machine, to stand between brackets. */
export function rollUpRows(schema: SubgraphName, rollUp: RollUp): string {
  const { kept, changes, dimensions, measures } = sqlOf(schema, rollUp);
  const columns = [...dimensions, ...measures].join(', ');
  const sums = measures.map((one) => `sum(${one})::bigint as ${one}`).join(', ');
  return `select ${dimensions.join(', ')}, ${sums} from (select ${columns} from ${kept} union all select ${columns} from ${changes}) r
    group by ${dimensions.join(', ')} having ${measures.map((one) => `sum(${one}) <> 0`).join(' or ')}`;
}
