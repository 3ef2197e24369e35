import { crc32, deflateRawSync } from 'node:zlib';

export const text = (words: string): Buffer => Buffer.from(words, 'utf8');

export const PDF = text('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n');

function number(value: number, bytes: 2 | 4, big = false): Buffer {
  const buffer = Buffer.alloc(bytes);
  if (bytes === 2) return big ? (buffer.writeUInt16BE(value), buffer) : (buffer.writeUInt16LE(value), buffer);
  return big ? (buffer.writeUInt32BE(value), buffer) : (buffer.writeUInt32LE(value), buffer);
}

export function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  return Buffer.concat([number(data.length, 4, true), body, number(crc32(body), 4, true)]);
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** One grey point. */
export const PNG = Buffer.concat([SIGNATURE, chunk('IHDR', Buffer.from('00000001000000010800000000', 'hex')), chunk('IDAT', Buffer.from('789c6360000000020001', 'hex')), chunk('IEND', Buffer.alloc(0))]);

/** A start, a table, a frame, a scan with an FF in its data and a restart, and the end. */
export const JPEG = Buffer.from('ffd8' + 'ffe000044142' + 'ffc0000401ff' + 'ffda000401ff' + '12ff0034ffd056' + 'ffd9', 'hex');

export interface Part {
  name: string;
  data: Buffer | string;
  /** What the directory says it unpacks to, where that is a lie. */
  declared?: number;
  stored?: boolean;
  flags?: number;
  /** The name before the entry itself, where it differs. */
  localName?: string;
}

/** A zip as office programs write it. */
export function zip(parts: Part[], { directoryShift = 0 } = {}): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const data = Buffer.from(part.data as string);
    const packed = part.stored ? data : deflateRawSync(data);
    const common = (name: string) => Buffer.concat([number(20, 2), number(part.flags ?? 0, 2), number(part.stored ? 0 : 8, 2), Buffer.alloc(4), number(crc32(data), 4), number(packed.length, 4), number(part.declared ?? data.length, 4), number(Buffer.byteLength(name), 2), number(0, 2)]);
    const local = part.localName ?? part.name;
    const body = Buffer.concat([number(0x04034b50, 4), common(local), text(local), packed]);
    directory.push(Buffer.concat([number(0x02014b50, 4), number(20, 2), common(part.name), Buffer.alloc(10), number(offset, 4), text(part.name)]));
    bodies.push(body);
    offset += body.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.concat([number(0x06054b50, 4), Buffer.alloc(4), number(parts.length, 2), number(parts.length, 2), number(listed.length, 4), number(offset + directoryShift, 4), number(0, 2)]);
  return Buffer.concat([...bodies, listed, end]);
}

const MAIN = { xlsx: 'spreadsheetml.sheet', docx: 'wordprocessingml.document' } as const;

export function contents(kind: keyof typeof MAIN, more = ''): Part {
  return { name: '[Content_Types].xml', data: `<Types><Override PartName="/main.xml" ContentType="application/vnd.openxmlformats-officedocument.${MAIN[kind]}.main+xml"/>${more}</Types>` };
}

export const XLSX = zip([contents('xlsx'), { name: 'xl/workbook.xml', data: '<workbook/>' }, { name: 'xl/printerSettings/printerSettings1.bin', data: 'A4', stored: true }]);
export const DOCX = zip([contents('docx'), { name: 'word/document.xml', data: '<document>Seen alone.</document>' }]);

/** The container that a password puts an office document in. */
export const LOCKED_OFFICE = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(480)]);
