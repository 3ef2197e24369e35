import { Client } from 'pg';

/** One connection for one piece of work, closed afterwards whatever happened. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'qaf' });
  // A server that goes away also fails the statement that waits for it, and there it is answered.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The same server and settings, another database or login. */
export function urlFor(url: string, change: { database?: string; user?: string; password?: string }): string {
  const other = new URL(url);
  if (change.database) other.pathname = `/${change.database}`;
  if (change.user) other.username = change.user;
  if (change.password) other.password = change.password;
  return other.toString();
}
