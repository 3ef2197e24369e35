import { FileLinks } from '@qaf/files';

let links: FileLinks | undefined;

/** Gives governance the secret that its links to evidence are signed with, once at start: the same in every copy of it. */
export function keepEvidenceSecret(secret: string): void {
  links = new FileLinks(secret);
}

export function evidenceLinks(): FileLinks {
  if (!links) throw new Error('Governance was given no secret for its links.');
  return links;
}
