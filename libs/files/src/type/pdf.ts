import { FileRefused } from '../file-refused';

const EOF = '%%EOF';
const LAST = 2_048;

/** Whether a PDF is whole, open and nothing else besides. Throws FileRefused. */
export function checkPdf(file: Buffer): void {
  if (!/^%PDF-[12]\.\d/.test(file.toString('latin1', 0, 9))) throw new FileRefused('DAMAGED');
  const tail = file.toString('latin1', Math.max(0, file.length - LAST));
  const end = tail.lastIndexOf(EOF);
  if (end < 0) throw new FileRefused(file.includes(EOF) ? 'MIXED' : 'DAMAGED');
  // eslint-disable-next-line no-control-regex -- writers pad with NUL
  if (!/^[\s\u0000]*$/.test(tail.slice(end + EOF.length))) throw new FileRefused('MIXED');
  if (isLocked(file)) throw new FileRefused('ENCRYPTED');
}

/** The key of a locked PDF is named in its trailer, which is never packed. */
function isLocked(file: Buffer): boolean {
  const name = '/Encrypt';
  for (let at = file.indexOf(name); at >= 0; at = file.indexOf(name, at + 1)) {
    if (/^\s*(\d|<<)/.test(file.toString('latin1', at + name.length, at + name.length + 8))) return true;
  }
  return false;
}
