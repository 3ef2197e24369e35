import { deflateRawSync } from 'node:zlib';
import { Workbook } from 'exceljs';
import fc from 'fast-check';
import { ImportFileRefused } from '../import-file-refused';
import { parseAnnexA } from './parse-annex-a';
import { contactHeadings, contactRow, workbookBytes } from './workbook.fixtures';
import { guardZip } from './zip-guard';

const limits = { file: 10_000, unpacked: 50_000, entries: 10 };

/** A zip of one entry by hand, so that it can lie. */
function zipOf(content: Buffer, { declared = content.length, flags = 0 } = {}): Buffer {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(31);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(1, 26);
  local.write('x', 30);
  const entry = Buffer.alloc(47);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(flags, 8);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(declared, 24);
  entry.writeUInt16LE(1, 28);
  entry.write('x', 46);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + packed.length, 16);
  return Buffer.concat([local, packed, entry, end]);
}

async function refusal(bytes: Buffer): Promise<string> {
  const outcome: unknown = await parseAnnexA(bytes).catch((error: unknown) => error);
  return outcome instanceof ImportFileRefused ? outcome.code : 'read';
}

function guardRefusal(bytes: Buffer): string {
  try {
    return guardZip(bytes, limits).join();
  } catch (error) {
    return error instanceof ImportFileRefused ? error.code : 'another error';
  }
}

describe('files that are no workbook', () => {
  const old = Buffer.from('d0cf11e0a1b11ae1', 'hex');

  test('each is refused by name', async () => {
    expect(await refusal(Buffer.alloc(0))).toBe('EMPTY');
    expect(await refusal(Buffer.from('P'))).toBe('NOT_A_WORKBOOK');
    expect(await refusal(Buffer.from('CHILD,DOB\n1,01/01/2010'))).toBe('NOT_A_WORKBOOK');
    expect(await refusal(Buffer.concat([old, Buffer.alloc(600)]))).toBe('OLD_WORKBOOK');
    expect(await refusal(Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')]))).toBe('ENCRYPTED');
    expect(await refusal(zipOf(Buffer.from('a document of some other kind')))).toBe('NOT_A_WORKBOOK');
    expect(await refusal(Buffer.from('PK and nothing more than this text'))).toBe('DAMAGED');
  });

  test('a workbook cut short, or with a broken middle, is damaged', async () => {
    const bytes = await workbookBytes({ 'List 1': [contactHeadings, contactRow(1)] });
    expect(await refusal(bytes.subarray(0, bytes.length - 100))).toBe('DAMAGED');
    const broken = Buffer.from(bytes);
    broken.fill(0xff, 60, 90);
    expect(await refusal(broken)).toBe('DAMAGED');
  });

  test('a workbook without any list is refused', async () => {
    expect(await refusal(Buffer.from(await new Workbook().xlsx.writeBuffer()))).toBe('NO_LISTS');
    expect(await refusal(await workbookBytes({ Guidance: [['Read me']] }))).toBe('NO_LISTS');
  });
});

test('whatever bytes are broken, the file is read or refused by name', async () => {
  const bytes = await workbookBytes({ 'List 1': [contactHeadings, contactRow(1)] });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }), async (changes) => {
      const broken = Buffer.from(bytes);
      for (const [at, value] of changes) broken[at] = value;
      const outcome: unknown = await parseAnnexA(broken).catch((error: unknown) => error);
      expect(outcome instanceof Error && !(outcome instanceof ImportFileRefused)).toBe(false);
    }),
    { numRuns: 60 },
  );
}, 60_000);

describe('the guard against zip bombs', () => {
  test('lets a modest file through', () => {
    expect(guardRefusal(zipOf(Buffer.alloc(40_000)))).toBe('x');
  });

  test('refuses by the declared size, by a size that lies, and by the size of the file', () => {
    expect(guardRefusal(zipOf(Buffer.alloc(60_000)))).toBe('TOO_LARGE');
    expect(guardRefusal(zipOf(Buffer.alloc(60_000), { declared: 10 }))).toBe('DAMAGED');
    expect(guardRefusal(zipOf(Buffer.alloc(10), { declared: 20 }))).toBe('DAMAGED');
    expect(guardRefusal(Buffer.alloc(10_001))).toBe('TOO_LARGE');
  });

  test('refuses an encrypted entry', () => {
    expect(guardRefusal(zipOf(Buffer.from('x'), { flags: 1 }))).toBe('ENCRYPTED');
  });
});
