import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable, Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { BackupRefused } from './backup-refused';

// The first line says what the file is, in the clear; then JSON lines under gzip; then the digest of all before it, which covers every byte.
const FORMAT = 'qaf-backup 1\n';
const FAMILY = 'qaf-backup ';
const SEAL_BYTES = 65;

/** Writes the lines to a file for its owner alone; it gets its name when it is whole. Answers its size in bytes. */
export async function writeLines(file: string, lines: AsyncIterable<string>): Promise<number> {
  if (existsSync(file)) throw new BackupRefused('There is a file of that name already; it is left as it is.');
  const draft = `${file}.part`;
  const sealed = new Sealed();
  try {
    await pipeline(Readable.from(framed(lines)), createGzip(), sealed, createWriteStream(draft, { mode: 0o600, flags: 'wx', flush: true }));
    renameSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new BackupRefused('Another backup of that name is under way, or was cut off: remove the file that ends in .part.');
    rmSync(draft, { force: true });
    throw error;
  }
  return sealed.bytes;
}

async function* framed(lines: AsyncIterable<string>): AsyncIterable<string> {
  for await (const line of lines) yield `${line}\n`;
}

/** Puts the first line before what passes through and the digest after it. */
class Sealed extends Transform {
  bytes = FORMAT.length;
  private readonly digest = createHash('sha256').update(FORMAT);

  override _construct(callback: (error?: Error | null) => void): void {
    this.push(FORMAT);
    callback();
  }

  override _transform(chunk: Buffer, _encoding: string, callback: TransformCallback): void {
    this.digest.update(chunk);
    this.bytes += chunk.length;
    callback(null, chunk);
  }

  override _flush(callback: TransformCallback): void {
    this.bytes += SEAL_BYTES;
    callback(null, `${this.digest.digest('hex')}\n`);
  }
}

/** Refuses a file that is no backup, of another version, cut off, or changed in any byte. */
export async function checkFile(file: string): Promise<{ bytes: number }> {
  const bytes = await sizeOf(file);
  const first = await part(file, 0, FORMAT.length);
  if (!first.startsWith(FAMILY)) throw new BackupRefused('This is no backup of the platform.');
  if (first !== FORMAT) throw new BackupRefused('The backup was written in another form than this version reads.');
  if (bytes < FORMAT.length + SEAL_BYTES) throw new BackupRefused('The backup is cut off.');
  const digest = createHash('sha256');
  for await (const chunk of createReadStream(file, { end: bytes - SEAL_BYTES - 1 })) digest.update(chunk as Buffer);
  if ((await part(file, bytes - SEAL_BYTES, SEAL_BYTES)) !== `${digest.digest('hex')}\n`) throw new BackupRefused('The backup is cut off or was changed since it was written.');
  return { bytes };
}

/** The lines of a file that was checked. */
export async function* readLines(file: string): AsyncIterable<string> {
  const bytes = await sizeOf(file);
  const unpacked = createReadStream(file, { start: FORMAT.length, end: bytes - SEAL_BYTES - 1 }).pipe(createGunzip());
  yield* createInterface({ input: unpacked, crlfDelay: Infinity });
}

async function sizeOf(file: string): Promise<number> {
  return withFile(file, async (handle) => (await handle.stat()).size);
}

async function part(file: string, from: number, length: number): Promise<string> {
  return withFile(file, async (handle) => {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, from);
    return buffer.subarray(0, bytesRead).toString('latin1');
  });
}

async function withFile<T>(file: string, work: (handle: Awaited<ReturnType<typeof open>>) => Promise<T>): Promise<T> {
  const handle = await open(file, 'r').catch(() => {
    throw new BackupRefused('There is no such file, or it cannot be read.');
  });
  try {
    return await work(handle);
  } finally {
    await handle.close();
  }
}
