import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { ImportFileRefused } from '@qaf/casework';

export interface GivenFile {
  /** As it was given. */
  name: string;
  bytes: Buffer;
}

/** A file that cannot be read, and why. */
export class FileUnreadable extends Error {
  constructor(name: string, reason: string) {
    super(`${name}: ${reason}`);
    this.name = 'FileUnreadable';
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  EISDIR: 'This is a folder, not a file.',
  EACCES: 'The file may not be opened.',
};

/** Bytes; no parser takes more. */
const LARGEST = 50_000_000;

export async function readGiven(name: string): Promise<GivenFile> {
  try {
    if ((await stat(name)).size > LARGEST) throw new ImportFileRefused('TOO_LARGE', name);
    return { name, bytes: await readFile(name) };
  } catch (error) {
    if (error instanceof ImportFileRefused) throw error;
    throw new FileUnreadable(name, REASONS[(error as NodeJS.ErrnoException).code ?? ''] ?? 'The file cannot be read.');
  }
}

/** One hash for the files together, whatever order they are given in: 64 hexadecimal digits. */
export function hashOf(files: readonly GivenFile[]): string {
  const each = files.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex')).sort();
  return createHash('sha256').update(each.join('\n')).digest('hex');
}
