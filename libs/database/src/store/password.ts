import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';

/** The password of a login: nobody chooses it and it is written nowhere; whoever knows the secret can work it out. */
export function passwordOf(secret: string, role: string): string {
  return createHmac('sha256', secret).update(role).digest('hex');
}

const ITERATIONS = 4096;

/** What PostgreSQL stores for a password (RFC 5803), so that the password itself is in no statement and no log. */
export function scramVerifier(password: string, salt: Buffer = randomBytes(16)): string {
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, 'sha256');
  const keyFor = (words: string) => createHmac('sha256', salted).update(words).digest();
  const stored = createHash('sha256').update(keyFor('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${stored}:${keyFor('Server Key').toString('base64')}`;
}
