import { FileRefused } from '../file-refused';
import { type FileType, MOST_BYTES } from './file-types';
import { officeType } from './office';
import { checkPdf } from './pdf';
import { checkJpeg, checkPng } from './picture';
import { textType } from './text';
import { zipEndIn } from './zip-tail';

const starts = (file: Buffer, hex: string): boolean => file.subarray(0, hex.length / 2).toString('hex') === hex;

const PDF = Buffer.from('%PDF-').toString('hex');
const PNG = '89504e470d0a1a0a';
const JPEG = 'ffd8ff';
const ZIP = '504b0304';
/** The container of the old office formats, and of the new ones once they have a password. */
const COMPOUND = 'd0cf11e0a1b11ae1';
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');

/** What a file is, told from its content alone; its name and what its sender calls it say nothing. Throws FileRefused. */
export async function fileTypeOf(file: Buffer): Promise<FileType> {
  if (file.length === 0) throw new FileRefused('EMPTY');
  if (file.length > MOST_BYTES) throw new FileRefused('TOO_LARGE');
  if (starts(file, ZIP)) return officeType(file);
  if (starts(file, COMPOUND)) throw new FileRefused(file.includes(ENCRYPTED_PACKAGE) ? 'ENCRYPTED' : 'TYPE_NOT_ALLOWED');
  const type = plainTypeOf(file);
  if (zipEndIn(file) >= 0) throw new FileRefused('MIXED');
  return type;
}

function plainTypeOf(file: Buffer): FileType {
  if (starts(file, PDF)) {
    checkPdf(file);
    return 'PDF';
  }
  if (starts(file, PNG)) {
    checkPng(file);
    return 'PNG';
  }
  if (starts(file, JPEG)) {
    checkJpeg(file);
    return 'JPEG';
  }
  return textType(file);
}
