/** Looks for harm in a file. Throws FilesUnavailable when it cannot tell: a file that was not looked at is not taken in. */
export interface FileScanner {
  scan(file: Buffer): Promise<'clean' | 'infected'>;
}

// Written in two halves, so that a scanner that guards this code's own disk leaves it alone.
const EICAR = Buffer.from(`${'X5O!P%@AP[4\\PZX54(P^)7CC)7}$'}${'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'}`, 'latin1');

/** Knows the one harmless string that scanners are tried with, and nothing else. Real harm needs ClamAV beside it. */
export const testStringScanner: FileScanner = {
  scan: (file) => Promise.resolve(file.includes(EICAR) ? 'infected' : 'clean'),
};
