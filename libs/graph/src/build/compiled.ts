import { type DocumentNode, type FragmentDefinitionNode, getNamedType, type GraphQLSchema, isAbstractType, Kind, OperationTypeNode, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';

/** A document with more fields than this is interpreted: what is compiled takes 2.5 kB and 13 µs for each. */
const MOST_FIELDS = 600;
/** So many fields are kept compiled in one subgraph, the documents asked for longest ago going first. */
const MOST_FIELDS_KEPT = 12_000;

interface Kept {
  query: CompiledQuery['query'];
  fields: number;
}

/** Documents compiled to code, from their second run on. What must not be compiled, or has been let go, is null: then it is interpreted. */
export class CompiledDocuments {
  private readonly seen = new WeakMap<DocumentNode, Set<string>>();
  private readonly barred = new WeakMap<DocumentNode, Set<string>>();
  private readonly kept = new Map<DocumentNode, Map<string, Kept>>();
  private fields = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly mostKept = MOST_FIELDS_KEPT,
  ) {}

  /** How many fields are compiled at the moment. */
  get fieldsKept(): number {
    return this.fields;
  }

  /** The code of a document, or null where it is interpreted. `eager` compiles it the first time already. */
  queryOf(document: DocumentNode, operationName: string | undefined, eager = false): CompiledQuery['query'] | null {
    const name = operationName ?? '';
    const known = this.kept.get(document)?.get(name);
    if (known) return known.query;
    if (has(this.barred, document, name)) return null;
    if (eager || has(this.seen, document, name)) return this.compile(document, name);
    add(this.seen, document, name);
    return null;
  }

  private compile(document: DocumentNode, name: string): CompiledQuery['query'] | null {
    const fields = fieldsToCompile(this.schema, document, name);
    const compiled = fields === null ? null : compileQuery(this.schema, document, name || undefined, { disablingCapturingStackErrors: true });
    if (fields === null || compiled === null || !isCompiledQuery(compiled)) {
      add(this.barred, document, name);
      return null;
    }
    const { query } = compiled;
    const operations = this.kept.get(document) ?? new Map<string, Kept>();
    this.kept.set(document, operations.set(name, { query, fields }));
    this.fields += fields;
    this.forgetOldest();
    return query;
  }

  private forgetOldest(): void {
    for (const [document, operations] of this.kept) {
      if (this.fields <= this.mostKept || this.kept.size === 1) return;
      this.kept.delete(document);
      for (const { fields } of operations.values()) this.fields -= fields;
    }
  }
}

function has(sets: WeakMap<DocumentNode, Set<string>>, document: DocumentNode, name: string): boolean {
  return sets.get(document)?.has(name) ?? false;
}

function add(sets: WeakMap<DocumentNode, Set<string>>, document: DocumentNode, name: string): void {
  const names = sets.get(document);
  if (names) names.add(name);
  else sets.set(document, new Set([name]));
}

/**
 * How many fields a document has, or null for one that is interpreted: a change, whose fields must not end each other; more
 * fields than compiling is worth; and a choice between types by a function, which could throw where nothing catches it.
 */
function fieldsToCompile(schema: GraphQLSchema, document: DocumentNode, name: string): number | null {
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION && (name === '' || one.name?.value === name));
  if (operation?.kind !== Kind.OPERATION_DEFINITION || operation.operation !== OperationTypeNode.QUERY) return null;
  let fields = 0;
  let choosing = false;
  const types = new TypeInfo(schema);
  visit(document, visitWithTypeInfo(types, {
    Field: () => {
      fields += 1;
      const type = types.getType();
      const named = type && getNamedType(type);
      if (named && isAbstractType(named) && named.name !== ENTITY) choosing = true;
    },
  }));
  return choosing || fields > MOST_FIELDS || document.definitions.some(isSpread) ? null : fields;
}

/** The planner writes its fetches without named fragments; one that has them is not a fetch of ours. */
function isSpread(node: DocumentNode['definitions'][number]): node is FragmentDefinitionNode {
  return node.kind === Kind.FRAGMENT_DEFINITION;
}

const ENTITY = '_Entity';
