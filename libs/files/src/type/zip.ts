import { crc32, createInflateRaw } from 'node:zlib';
import { FileRefused } from '../file-refused';
import { zipEndIn } from './zip-tail';

const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

/** Larger than any document; a workbook of 100,000 rows unpacks to 45 MB. */
const MOST_UNPACKED = 100 * 1024 * 1024;
const MOST_ENTRIES = 2_000;

export interface ZipEntry {
  name: string;
  method: number;
  crc: number;
  packed: number;
  unpacked: number;
  /** Where its local header stands. */
  offset: number;
}

/** The entries of a file that is one sound zip from its first byte to its last. Throws FileRefused. */
export function zipEntries(file: Buffer): ZipEntry[] {
  const end = zipEndIn(file);
  if (end < 0) throw new FileRefused('DAMAGED');
  const count = file.readUInt16LE(end + 10);
  const start = file.readUInt32LE(end + 16);
  if (start + file.readUInt32LE(end + 12) !== end || end + 22 !== file.length) throw new FileRefused('MIXED');
  if (count > MOST_ENTRIES) throw new FileRefused('UNPACKS_TOO_LARGE');
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    const { entry, next } = readEntry(file, at, end);
    entries.push(entry);
    at = next;
  }
  if (at !== end) throw new FileRefused('DAMAGED');
  if (entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > MOST_UNPACKED) throw new FileRefused('UNPACKS_TOO_LARGE');
  mustNotOverlap(entries, start);
  return entries;
}

function readEntry(file: Buffer, at: number, end: number): { entry: ZipEntry; next: number } {
  if (at + 46 > end || file.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new FileRefused('DAMAGED');
  if ((file.readUInt16LE(at + 8) & 1) === 1) throw new FileRefused('ENCRYPTED');
  const nameEnd = at + 46 + file.readUInt16LE(at + 28);
  const entry = {
    name: file.toString('utf8', at + 46, nameEnd),
    method: file.readUInt16LE(at + 10),
    crc: file.readUInt32LE(at + 16),
    packed: file.readUInt32LE(at + 20),
    unpacked: file.readUInt32LE(at + 24),
    offset: file.readUInt32LE(at + 42),
  };
  return { entry, next: nameEnd + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32) };
}

/** Entries that share their bytes are how a small zip unpacks to a huge one. */
function mustNotOverlap(entries: ZipEntry[], directory: number): void {
  let free = 0;
  for (const { offset, packed } of [...entries].sort((one, other) => one.offset - other.offset)) {
    if (offset < free) throw new FileRefused('UNPACKS_TOO_LARGE');
    free = offset + 30 + packed;
  }
  if (free > directory) throw new FileRefused('DAMAGED');
}

/** Unpacks one entry a piece at a time and checks it against what was declared, which may lie. Throws FileRefused. */
export async function unpack(file: Buffer, entry: ZipEntry, take: (piece: Buffer) => void): Promise<void> {
  let size = 0;
  let crc = 0;
  for await (const piece of pieces(packedBytes(file, entry), entry.method)) {
    size += piece.length;
    if (size > entry.unpacked) throw new FileRefused('UNPACKS_TOO_LARGE');
    crc = crc32(piece, crc);
    take(piece);
  }
  if (size !== entry.unpacked || crc !== entry.crc) throw new FileRefused('DAMAGED');
}

function packedBytes(file: Buffer, { name, offset, packed }: ZipEntry): Buffer {
  if (offset + 30 > file.length || file.readUInt32LE(offset) !== LOCAL_ENTRY) throw new FileRefused('DAMAGED');
  const nameEnd = offset + 30 + file.readUInt16LE(offset + 26);
  // Two names for one entry would show one thing to us and another to whoever opens it.
  if (file.toString('utf8', offset + 30, nameEnd) !== name) throw new FileRefused('DAMAGED');
  const start = nameEnd + file.readUInt16LE(offset + 28);
  if (start + packed > file.length) throw new FileRefused('DAMAGED');
  return file.subarray(start, start + packed);
}

async function* pieces(packed: Buffer, method: number): AsyncGenerator<Buffer> {
  if (method === STORED) return yield packed;
  if (method !== DEFLATED) throw new FileRefused('DAMAGED');
  const inflate = createInflateRaw();
  inflate.end(packed);
  try {
    for await (const piece of inflate) yield piece as Buffer;
  } catch {
    throw new FileRefused('DAMAGED');
  }
}
