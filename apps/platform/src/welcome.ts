import { issueDevelopmentToken } from '@qaf/identity';
import type { PlatformSettings } from './environment';
import { signInPeople } from './people';
import type { Platform } from './platform';

const FIRST_QUERY = `{ me { displayName } children(first: 3) { edges { node { caseReference team { name } allocatedWorker { displayName lastSupervisedOn } audits(first: 1) { edges { node { judgedGrade actions(first: 1) { edges { node { title dueOn } } } } } } views(first: 1) { edges { node { onDate seenAlone } } } } } } }`;

/** Says where the platform answers and how to ask it a first question. A token is shown for the development issuer alone. */
export async function sayWelcome(platform: Platform, settings: PlatformSettings): Promise<void> {
  const lines = [`The graph answers at ${platform.url}/graphql`];
  if (settings.identity.kind === 'development') lines.push(...(await firstSteps(platform, settings)));
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function firstSteps(platform: Platform, settings: PlatformSettings): Promise<string[]> {
  const [person] = await signInPeople(platform.graph, { role: 'principal_social_worker' });
  if (!person) return ['Nobody can sign in yet: load people with `npm run demo` or `npm run import`.'];
  const token = await issueDevelopmentToken({ subject: person.subject, dataDir: settings.dataDir });
  return [
    `Open it in a browser to explore, or ask as ${person.name}, ${person.jobTitle} (others: npm run token -- --list):`,
    '',
    `curl -s ${platform.url}/graphql -H 'content-type: application/json' -H 'authorization: Bearer ${token}' \\`,
    `  -d '${JSON.stringify({ query: FIRST_QUERY })}'`,
    '',
    'Ctrl-C stops everything.',
  ];
}
