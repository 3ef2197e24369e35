import type { Writable } from 'node:stream';
import type { PoolClient, QueryConfig, QueryResult } from 'pg';

/** So many texts are remembered in a process, and so many statements kept prepared on a connection. */
const MOST_TEXTS = 2_000;
const MOST_PREPARED = 150;

interface Seen {
  name: string;
  times: number;
}

const seen = new Map<string, Seen>();
let next = 0;

/**
 * The name under which a text is prepared on a connection, from its second use on. Row rules make a statement several times as
 * dear to plan as to run: prepared, it is planned once for each connection.
 */
export function statementName(text: string): string | undefined {
  const known = seen.get(text);
  if (known) return (known.times += 1) > 1 ? known.name : undefined;
  if (seen.size >= MOST_TEXTS) seen.clear();
  seen.set(text, { name: `q${(next += 1)}`, times: 1 });
  return undefined;
}

/** What pg knows of a connection beside its public face. */
interface Wire {
  connection: { stream: Writable; parsedStatements: Record<string, string>; submittedNamedStatements: Record<string, string> };
}

/** Lets go of what is prepared on a connection that is at rest, once it is too much: each plan takes memory of the server. */
export function forgetStatements(client: PoolClient): void {
  const { connection } = client as unknown as Wire;
  if (Object.keys(connection.parsedStatements).length < MOST_PREPARED) return;
  connection.parsedStatements = {};
  connection.submittedNamedStatements = {};
  void client.query('deallocate all').catch(() => undefined);
}

const corked = new WeakSet<Writable>();

/** Sends a statement; all that are sent on a connection in one turn of the loop leave in one write. */
export function send(client: PoolClient, statement: QueryConfig): Promise<QueryResult> {
  const { stream } = (client as unknown as Wire).connection;
  if (!corked.has(stream)) {
    corked.add(stream);
    stream.cork();
    setImmediate(() => {
      corked.delete(stream);
      stream.uncork();
    });
  }
  return client.query(statement);
}
