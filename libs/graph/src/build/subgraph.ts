import { connect, Unit } from '@qaf/database';
import { machine, type Viewer } from '@qaf/identity';
import { type DomainEvent, firstTime, type RecordHandover, type RecordReceipt, writeAccess } from '@qaf/record';
import { type DocumentNode, type ExecutionResult, type FieldNode, type GraphQLFormattedError, type GraphQLSchema, Kind, type OperationDefinitionNode } from 'graphql';
import type { DataSource } from 'typeorm';
import type { GraphContext } from '../context';
import { safeError, wholeFailure } from '../errors';
import { Answering } from './answering';
import type { SubgraphDefinition } from './definition';
import { Execution, type ExecutionMode } from './execution';
import { refusalTypes } from './on-record';
import { openRoots } from './open-roots';
import { buildGraph } from './schema';

export interface SubgraphRequest {
  document: DocumentNode;
  variables: Record<string, unknown> | undefined;
  operationName: string | undefined;
  viewer: Viewer;
}

export interface SubgraphAnswer {
  data?: Record<string, unknown> | null;
  errors?: readonly GraphQLFormattedError[];
}

export interface SubgraphOptions {
  /** The application login's URL. */
  url: string;
  poolSize?: number;
  /** The clock; tests set it. */
  now?: () => Date;
  /** Told after each command, so that the relay need not wait for its next look. */
  published?: () => void;
  /** Told of faults of our own, by kind alone. */
  failed?: (kind: string) => void;
  /** Compiled when left out; the others are for tests. */
  execution?: ExecutionMode | undefined;
}

/** A subgraph that answers: one fetch is one transaction, as the viewer. */
export class Subgraph {
  readonly name: string;
  readonly schema: GraphQLSchema;
  readonly sdl: string;
  private readonly definition: SubgraphDefinition;
  private readonly dataSource: DataSource;
  private readonly options: SubgraphOptions;
  private readonly database: Answering;
  private readonly execution: Execution;

  private constructor(definition: SubgraphDefinition, graph: { schema: GraphQLSchema; sdl: string }, dataSource: DataSource, options: SubgraphOptions) {
    this.name = definition.name;
    this.definition = definition;
    this.schema = graph.schema;
    this.sdl = graph.sdl;
    this.dataSource = dataSource;
    this.options = options;
    this.database = new Answering(() => dataSource.query('select 1'));
    this.execution = new Execution(graph.schema, options.execution ?? 'compiled');
  }

  static async open(definition: SubgraphDefinition, options: SubgraphOptions): Promise<Subgraph> {
    const graph = buildGraph(definition);
    openRoots(graph.schema);
    const dataSource = await connect(definition.store, options.url, { poolSize: options.poolSize ?? 10 });
    return new Subgraph(definition, graph, dataSource, options);
  }

  async execute(request: SubgraphRequest): Promise<SubgraphAnswer> {
    const unit = this.unit(request.viewer, rootsOf(request.document, request.operationName));
    try {
      const result = await this.execution.run(request, this.contextOf(unit, request));
      await unit.close();
      if (this.options.execution === 'both') await this.compare(request, result);
      return this.answer(result);
    } catch (error) {
      await unit.abandon();
      this.options.failed?.((error as Error).name);
      return { data: null, errors: [wholeFailure(error)] };
    }
  }

  /** A unit of work as a viewer, for imports and stories: end it, or abandon it. */
  unit(viewer: Viewer, action: string): Unit {
    return new Unit({ dataSource: this.dataSource, viewer, action, writeAccess, refusalTypes: refusalTypes(this.definition.onRecord) });
  }

  /** Takes one event in: its handler runs once in effect, however often it is delivered. */
  async handle(event: DomainEvent): Promise<void> {
    const handler = this.definition.handlers[event.type];
    if (!handler) throw new Error(`${this.name} does not hear ${event.type}.`);
    const unit = this.unit(machine('machine_event', event.id), event.type);
    await unit.command(async (tx) => {
      if (await firstTime(tx, event)) await handler(tx, event);
    });
    this.options.published?.();
  }

  get receivesRecord(): boolean {
    return this.definition.receiveRecord !== undefined;
  }

  /** Takes in what the sealer of a subgraph hands over; `secret` is the platform's, by which the seals are known. */
  async receiveRecord(handover: RecordHandover, secret: string): Promise<RecordReceipt> {
    const receive = this.definition.receiveRecord;
    if (!receive) throw new Error(`${this.name} keeps no record of the others.`);
    return this.unit(machine('machine_record', `record of ${handover.from}`), 'receiveRecord').command((tx) => receive(tx, handover, secret));
  }

  /** What is missing before this subgraph can answer; empty when nothing is. */
  async missing(): Promise<string[]> {
    return (await this.database.answers()) ? [] : [`${this.name}: database`];
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
  }

  private contextOf(unit: Unit, { viewer }: SubgraphRequest): GraphContext {
    return { viewer, unit, now: this.options.now?.() ?? new Date(), published: this.options.published ?? (() => undefined) };
  }

  /** Tests ask each question both ways; what is read the second time is not given out, and not on record. */
  private async compare(request: SubgraphRequest, result: ExecutionResult): Promise<void> {
    const unit = this.unit(request.viewer, 'comparison');
    const difference = await this.execution.difference(request, result, this.contextOf(unit, request)).finally(() => unit.abandon());
    if (difference) throw new ExecutorsDisagree(difference);
  }

  private answer(result: ExecutionResult): SubgraphAnswer {
    if (!result.errors) return result as SubgraphAnswer;
    for (const error of result.errors) if (safeError(error).extensions?.['code'] === 'INTERNAL') this.options.failed?.(error.originalError?.name ?? error.name);
    return { ...(result.data !== undefined && { data: result.data as Record<string, unknown> }), errors: result.errors.map(safeError) };
  }
}

/** Compiled and interpreted, a document gave different answers. */
export class ExecutorsDisagree extends Error {
  override readonly name = 'ExecutorsDisagree';
}

/** The root fields that a document asks, as the access record names them. */
function rootsOf(document: DocumentNode, operationName: string | undefined): string {
  const operation = document.definitions.find(
    (one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION && (operationName === undefined || one.name?.value === operationName),
  );
  const fields = operation?.selectionSet.selections.filter((one): one is FieldNode => one.kind === Kind.FIELD).map((one) => one.name.value) ?? [];
  return [...new Set(fields)].join(' ').slice(0, 200) || 'unknown';
}
