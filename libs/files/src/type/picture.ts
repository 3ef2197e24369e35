import { crc32 } from 'node:zlib';
import { FileRefused } from '../file-refused';

const PNG_HEADER = 8;
const IEND = 'IEND';

/** Walks a PNG from chunk to chunk to its very end. Throws FileRefused. */
export function checkPng(file: Buffer): void {
  let at = PNG_HEADER;
  for (let first = true; ; first = false) {
    if (at + 12 > file.length) throw new FileRefused('DAMAGED');
    const end = at + 12 + file.readUInt32BE(at);
    const kind = file.toString('latin1', at + 4, at + 8);
    if (end > file.length || (first && kind !== 'IHDR')) throw new FileRefused('DAMAGED');
    if (crc32(file.subarray(at + 4, end - 4)) !== file.readUInt32BE(end - 4)) throw new FileRefused('DAMAGED');
    at = end;
    if (kind === IEND) break;
  }
  if (at !== file.length) throw new FileRefused('MIXED');
}

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;

/** Walks a JPEG from segment to segment. More pictures may follow, as cameras write them, and nothing else. Throws FileRefused. */
export function checkJpeg(file: Buffer): void {
  let at = 0;
  do at = endOfPicture(file, at);
  while (at < file.length && file[at] === 0xff && file[at + 1] === START);
  if (file.subarray(at).some((byte) => byte !== 0)) throw new FileRefused('MIXED');
}

function endOfPicture(file: Buffer, start: number): number {
  let at = start + 2;
  let scans = 0;
  for (;;) {
    while (file[at] === 0xff && file[at + 1] === 0xff) at += 1;
    const marker = file[at + 1];
    if (file[at] !== 0xff || marker === undefined || marker === 0) throw new FileRefused('DAMAGED');
    if (marker === END) {
      if (scans === 0) throw new FileRefused('DAMAGED');
      return at + 2;
    }
    at += 2;
    if (at + 2 > file.length || file.readUInt16BE(at) < 2) throw new FileRefused('DAMAGED');
    at += file.readUInt16BE(at);
    if (marker !== SCAN) continue;
    scans += 1;
    at = endOfScan(file, at);
  }
}

/** The next marker after the picture's own data, in which FF stands before 00 or a restart. */
function endOfScan(file: Buffer, from: number): number {
  for (let at = file.indexOf(0xff, from); at >= 0; at = file.indexOf(0xff, at + 1)) {
    const next = file[at + 1];
    if (next !== undefined && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  throw new FileRefused('DAMAGED');
}
