import { z } from 'zod';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i;

/** What is wrong with the address of a database, or null. In production what travels over a network is encrypted, and to the right server. */
export function addressFault(address: string, production: boolean): string | null {
  if (!/^postgres(ql)?:\/\//.test(address) || !URL.canParse(address)) return 'must be the address of a PostgreSQL server';
  if (!production || staysHere(new URL(address))) return null;
  const { searchParams } = new URL(address);
  // Where one is given several times, the driver goes by the last.
  if (searchParams.getAll('sslmode').at(-1) === 'verify-full') return null;
  return 'leads to another machine: production asks for sslmode=verify-full (and sslrootcert, where the authority is your own)';
}

/** On this machine: a loopback address, or a socket in the file system. */
function staysHere(url: URL): boolean {
  const host = url.searchParams.getAll('host').at(-1) || decodeURIComponent(url.hostname);
  return host.startsWith('/') || LOOPBACK.test(host);
}

const text = z.preprocess((value) => (value === '' ? undefined : value), z.string().optional());

/** Where the database is. Left out it is the embedded one, but for a part that runs alone. */
export function databaseEnvironment({ needed }: { needed: boolean }) {
  return z.object({ NODE_ENV: text, DATABASE_URL: text }).transform(({ NODE_ENV, DATABASE_URL: address }, context): string | undefined => {
    const lacking = needed ? 'is needed: the address of this subgraph’s own login' : null;
    const fault = address === undefined ? lacking : addressFault(address, NODE_ENV === 'production');
    if (fault) context.addIssue({ code: 'custom', path: ['DATABASE_URL'], message: fault });
    return address;
  });
}
