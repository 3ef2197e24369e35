import { hkdfSync } from 'node:crypto';

/** Keys that are nowhere in the database: one signs tokens, two hide which were used, one seals answers. */
export interface LinkKeys {
  sign: Buffer;
  spend: Buffer;
  help: Buffer;
  seal: Buffer;
}

let kept: LinkKeys | undefined;

/**
 * Gives the voice subgraph the secret that its keys follow from, once at start. It is kept where the database’s
 * administrators do not reach, is the same in every copy of the subgraph, and stays while links are out and answers wait.
 */
export function keepVoiceSecret(secret: string): void {
  if (secret.length < 16) throw new Error('The secret of the voice subgraph has at least 16 characters.');
  kept = { sign: derived(secret, 'sign'), spend: derived(secret, 'spend'), help: derived(secret, 'help'), seal: derived(secret, 'seal') };
}

export function linkKeys(): LinkKeys {
  if (!kept) throw new Error('The voice subgraph was given no secret.');
  return kept;
}

function derived(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'voice', `questionnaire link: ${purpose}`, 32));
}
