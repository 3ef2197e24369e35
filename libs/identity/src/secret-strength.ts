import { z } from 'zod';

const LEAST = 32;
/** Stand where somebody meant to come back: none is in 32 random characters by chance. */
const KNOWN = ['secret', 'passw', 'changeme', 'change-me', 'change_me', 'default', 'example', 'replace', 'letmein', 'qwerty', 'testing', 'for-tests', 'development', 'insert', 'your-', 'your_', '1234567', 'abcdefg'];
const FEWEST_DISTINCT = 8;
/** Random letters and digits bring more than this each, the hexadecimal ones nearly four. */
const LEAST_BITS = 80;

/** What is wrong with a secret that is there, or null. Production takes none that could be guessed. */
export function secretFault(secret: string, production: boolean): string | null {
  if (secret.length < LEAST) return `must have at least ${LEAST} characters`;
  return production && isWeak(secret) ? 'is too easy to guess for production: take 32 random bytes, as `openssl rand -hex 32` makes them' : null;
}

function isWeak(secret: string): boolean {
  const plain = secret.toLowerCase();
  return KNOWN.some((word) => plain.includes(word)) || new Set(secret).size < FEWEST_DISTINCT || repeats(secret) || bits(secret) < LEAST_BITS || steps(secret) > secret.length / 2;
}

/** One part said again and again. */
function repeats(secret: string): boolean {
  return (secret + secret).indexOf(secret, 1) < secret.length || secret.slice(0, secret.length / 2) === secret.slice(Math.ceil(secret.length / 2));
}

/** How often a character is the last one's neighbour or itself, as in counting. */
function steps(secret: string): number {
  return [...secret].filter((character, index) => index > 0 && Math.abs(character.charCodeAt(0) - secret.charCodeAt(index - 1)) <= 1).length;
}

/** How much the characters tell, by how often each comes. */
function bits(secret: string): number {
  const counts = [...Map.groupBy(secret, (character) => character).values()].map((group) => group.length);
  return counts.reduce((sum, count) => sum - count * Math.log2(count / secret.length), 0);
}

const text = z.preprocess((value) => (value === '' ? undefined : value), z.string().optional());

/** The secret that the parts of one platform share. Production needs it set; a part that runs alone needs it always. */
export function secretEnvironment({ needed }: { needed: boolean }) {
  return z.object({ NODE_ENV: text, QAF_SUBGRAPH_SECRET: text }).transform(({ NODE_ENV, QAF_SUBGRAPH_SECRET: secret }, context): string | undefined => {
    const production = NODE_ENV === 'production';
    const lacking = needed ? 'is needed: the secret that the parts share' : production ? 'is needed in production' : null;
    const fault = secret === undefined ? lacking : secretFault(secret, production);
    if (fault) context.addIssue({ code: 'custom', path: ['QAF_SUBGRAPH_SECRET'], message: fault });
    return secret;
  });
}
