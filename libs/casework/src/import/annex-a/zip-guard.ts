import { inflateRawSync } from 'node:zlib';
import { ImportFileRefused } from '../import-file-refused';

/** Sizes in bytes. A real set of lists is under 10 MB; 100,000 rows of 14 columns unpack to 45 MB and take 0.9 GB of memory to read. */
export interface ZipLimits {
  file: number;
  unpacked: number;
  entries: number;
}

export const defaultZipLimits: ZipLimits = { file: 50_000_000, unpacked: 100_000_000, entries: 2_000 };

const directoryEnd = 0x06054b50;
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;

interface Entry {
  name: string;
  encrypted: boolean;
  method: number;
  packed: number;
  unpacked: number;
  offset: number;
}

function findDirectory(file: Buffer): { count: number; offset: number } {
  const lowest = Math.max(0, file.length - 65_557);
  for (let at = file.length - 22; at >= lowest; at--) {
    if (file.readUInt32LE(at) === directoryEnd) return { count: file.readUInt16LE(at + 10), offset: file.readUInt32LE(at + 16) };
  }
  throw new ImportFileRefused('DAMAGED');
}

function readEntry(file: Buffer, at: number): { entry: Entry; next: number } {
  if (at + 46 > file.length || file.readUInt32LE(at) !== directoryEntry) throw new ImportFileRefused('DAMAGED');
  const nameLength = file.readUInt16LE(at + 28);
  const entry: Entry = {
    name: file.toString('utf8', at + 46, at + 46 + nameLength),
    encrypted: (file.readUInt16LE(at + 8) & 1) === 1,
    method: file.readUInt16LE(at + 10),
    packed: file.readUInt32LE(at + 20),
    unpacked: file.readUInt32LE(at + 24),
    offset: file.readUInt32LE(at + 42),
  };
  return { entry, next: at + 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32) };
}

function readDirectory(file: Buffer, limits: ZipLimits): Entry[] {
  const { count, offset } = findDirectory(file);
  if (count > limits.entries) throw new ImportFileRefused('TOO_LARGE');
  const entries: Entry[] = [];
  for (let i = 0, at = offset; i < count; i++) {
    const { entry, next } = readEntry(file, at);
    entries.push(entry);
    at = next;
  }
  return entries;
}

/** The declared size may lie, so each entry is unpacked once under that very limit. */
function checkEntry(file: Buffer, { method, packed, unpacked, offset }: Entry): void {
  if (offset + 30 > file.length || file.readUInt32LE(offset) !== localEntry) throw new ImportFileRefused('DAMAGED');
  const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
  if (start + packed > file.length) throw new ImportFileRefused('DAMAGED');
  if (method === 0 && packed === unpacked) return;
  if (method !== 8) throw new ImportFileRefused('DAMAGED');
  try {
    const length = inflateRawSync(file.subarray(start, start + packed), { maxOutputLength: Math.max(1, unpacked) }).length;
    if (length === unpacked) return;
  } catch {
    // A lying size and a broken stream end the same way.
  }
  throw new ImportFileRefused('DAMAGED');
}

/** Refuses what is no sound zip of modest size before anything else opens it. Throws `ImportFileRefused`; answers the entries' names. */
export function guardZip(file: Buffer, limits: ZipLimits = defaultZipLimits): string[] {
  if (file.length > limits.file) throw new ImportFileRefused('TOO_LARGE');
  const entries = readDirectory(file, limits);
  if (entries.some((entry) => entry.encrypted)) throw new ImportFileRefused('ENCRYPTED');
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (unpacked > limits.unpacked) throw new ImportFileRefused('TOO_LARGE');
  for (const entry of entries) checkEntry(file, entry);
  return entries.map((entry) => entry.name);
}
