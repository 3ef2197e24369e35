import { FileRefused } from '../file-refused';
import type { FileScanner } from '../scan/scanner';

/** Throws FileRefused when the scanner finds harm, and whatever the scanner throws when it cannot tell. */
export async function checkClean(scanner: FileScanner, content: Buffer): Promise<void> {
  if ((await scanner.scan(content)) === 'infected') throw new FileRefused('INFECTED');
}
