import { parseArgs } from 'node:util';
import { issueDevelopmentToken } from '@qaf/identity';
import { openGraph, readSettings, signInPeople, type SignInPerson } from '@qaf/platform';
import { pino } from 'pino';

const USAGE = 'Use: npm run token -- --person <email, subject or id> | --role <role> | --list';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { person: { type: 'string' }, role: { type: 'string' }, list: { type: 'boolean' } } });
  if (!values.person && !values.role && !values.list) throw new Error(USAGE);
  const settings = readSettings();
  if (settings.identity.kind !== 'development') throw new Error('Tokens come from the OIDC provider that is set; the development issuer is off.');
  const graph = await openGraph({ ...settings, logger: pino({ level: 'silent' }), quiet: true });
  try {
    const people = await signInPeople(graph, values);
    if (values.list) return list(people);
    const [person] = people;
    if (!person) throw new Error('Nobody who can sign in fits that. See npm run token -- --list');
    process.stdout.write(`${await issueDevelopmentToken({ subject: person.subject, dataDir: settings.dataDir })}\n`);
  } finally {
    await graph.close();
  }
}

/** One person for each role, then a count, so that the list can be read. */
function list(people: SignInPerson[]): void {
  const roles = [...new Set(people.flatMap((person) => person.roles))].sort();
  for (const role of roles) {
    const holders = people.filter((person) => person.roles.includes(role));
    for (const person of holders.slice(0, 3)) process.stdout.write(`${role.padEnd(32)} ${person.email.padEnd(28)} ${person.name}, ${person.jobTitle}\n`);
    if (holders.length > 3) process.stdout.write(`${' '.repeat(32)} and ${holders.length - 3} more\n`);
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
