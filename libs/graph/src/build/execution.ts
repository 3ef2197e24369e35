import { isDeepStrictEqual } from 'node:util';
import { type DocumentNode, execute, type ExecutionResult, type GraphQLSchema } from 'graphql';
import type { GraphContext } from '../context';
import { safeError } from '../errors';
import { CompiledDocuments } from './compiled';

/** How documents are run: compiled where they may be, always interpreted, or both ways with the answers compared. */
export type ExecutionMode = 'compiled' | 'interpreted' | 'both';

export interface Run {
  document: DocumentNode;
  variables: Record<string, unknown> | undefined;
  operationName: string | undefined;
}

/** Runs documents over one schema. A question that compiled code cannot finish is interpreted; a change always is. */
export class Execution {
  private readonly documents: CompiledDocuments;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly mode: ExecutionMode,
  ) {
    this.documents = new CompiledDocuments(schema);
  }

  async run(run: Run, context: GraphContext): Promise<ExecutionResult> {
    return (this.mode === 'interpreted' ? null : await this.compiled(run, context)) ?? this.interpreted(run, context);
  }

  /** Runs a question the other way as well, as `context` has it, and says where the answers part; null where they do not, or nothing was compiled. */
  async difference(run: Run, answer: ExecutionResult, context: GraphContext): Promise<string | null> {
    if (this.mode !== 'both' || !this.documents.queryOf(run.document, run.operationName, true)) return null;
    const other = await this.interpreted(run, context);
    if (!isDeepStrictEqual(plain(answer.data), plain(other.data))) return 'the data differ';
    return isDeepStrictEqual(faultsOf(answer), faultsOf(other)) ? null : 'the errors differ';
  }

  private async compiled(run: Run, context: GraphContext): Promise<ExecutionResult | null> {
    const query = this.documents.queryOf(run.document, run.operationName, this.mode === 'both');
    if (!query) return null;
    try {
      const result = await query(undefined, context, run.variables ?? {});
      // Values that cannot be taken: nothing has run yet, and the interpreter says more exactly what is wrong.
      return result.data === undefined ? null : result;
    } catch {
      return null;
    }
  }

  private async interpreted({ document, variables, operationName }: Run, contextValue: GraphContext): Promise<ExecutionResult> {
    return execute({ schema: this.schema, document, contextValue, variableValues: variables ?? {}, operationName: operationName ?? null });
  }
}

/** What leaves a part: fields that were left out by a condition are not there. */
function plain(data: ExecutionResult['data']): unknown {
  return data == null ? data : JSON.parse(JSON.stringify(data));
}

function faultsOf({ errors = [] }: ExecutionResult): string[] {
  return errors.map((error) => JSON.stringify(safeError(error))).sort();
}
