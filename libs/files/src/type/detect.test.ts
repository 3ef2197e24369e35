import { FileRefused } from '../file-refused';
import { fileTypeOf } from './detect';
import { chunk, contents, DOCX, JPEG, LOCKED_OFFICE, type Part, PDF, PNG, text, XLSX, zip } from './hand-made.fixtures';

const MEGABYTE = 1024 * 1024;

async function outcome(file: Buffer): Promise<string> {
  try {
    return await fileTypeOf(file);
  } catch (error) {
    if (error instanceof FileRefused) return error.reason;
    throw error;
  }
}

const workbook = (...parts: Part[]): Buffer => zip([contents('xlsx'), { name: 'xl/workbook.xml', data: '<workbook/>' }, ...parts]);
const rels = (relationship: string): Part => ({ name: 'word/_rels/settings.xml.rels', data: `<Relationships>${relationship}</Relationships>` });
const document = (...parts: Part[]): Buffer => zip([contents('docx'), { name: 'word/document.xml', data: '<document/>' }, ...parts]);

describe('A file is what its content says', () => {
  it.each<[string, Buffer]>([
    ['PDF', PDF],
    ['PDF', Buffer.concat([PDF, text('\r\n\0\0')])],
    ['PNG', PNG],
    ['JPEG', JPEG],
    ['JPEG', Buffer.concat([JPEG, JPEG, Buffer.alloc(7)])],
    ['XLSX', XLSX],
    ['DOCX', DOCX],
    ['DOCX', document({ name: 'word/embeddings/chart.xlsx', data: 'the figures', stored: true })],
    ['DOCX', document(rels('<Relationship Type="http://x/relationships/attachedTemplate" Target="file:///N:/Templates/Council.dotm" TargetMode="External"/>'))],
    ['DOCX', document(rels('<Relationship Type="http://x/relationships/hyperlink" Target="https://example.org/" TargetMode="External"/>'))],
    ['CSV', text('reference,seen\nA1,yes\nA2,"no, asleep"\n')],
    ['CSV', text('\ufeffreference;seen\r\nA1;yes\r\n')],
    ['CSV', text('a\tb\n1\t2\n')],
    ['TEXT', text('Zoë was seen alone.\nShe drew a 🐕, 3 < 4.\n')],
    ['TEXT', text('One, two.\nThree.\n')],
    ['TEXT', text('MZ is what a program would begin with, were there more of it')],
  ])('%s', async (type, file) => {
    expect(await outcome(file)).toBe(type);
  });

  it('up to 25 MB, and not a byte more', async () => {
    expect(await outcome(Buffer.alloc(25 * MEGABYTE, 'x'))).toBe('TEXT');
    expect(await outcome(Buffer.alloc(25 * MEGABYTE + 1, 'x'))).toBe('TOO_LARGE');
  });
});

describe('A file is refused', () => {
  it.each<[string, string, Buffer]>([
    ['EMPTY', 'with nothing in it', Buffer.alloc(0)],
    ['EMPTY', 'with nothing but spaces', text(' \r\n\t ')],
    ['TYPE_NOT_ALLOWED', 'that is a program under another name', Buffer.from('4d5a90000300000004000000ffff0000', 'hex')],
    ['TYPE_NOT_ALLOWED', 'that is a program of Linux', Buffer.from('7f454c460201010000', 'hex')],
    ['TYPE_NOT_ALLOWED', 'that is a script', text('#!/bin/sh\nrm -rf /\n')],
    ['TYPE_NOT_ALLOWED', 'that is a page', text('<!DOCTYPE html><p>Hello')],
    ['TYPE_NOT_ALLOWED', 'that is a drawing that can run scripts', text('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
    ['TYPE_NOT_ALLOWED', 'that is a page after a mark and spaces', text('\ufeff  \n<HTML>')],
    ['TYPE_NOT_ALLOWED', 'with markup in the middle of the words', text('Dear all,\n< script src=x>\n')],
    ['TYPE_NOT_ALLOWED', 'that is rich text', text('{\\rtf1 Hello}')],
    ['TYPE_NOT_ALLOWED', 'that is PostScript', text('%!PS-Adobe')],
    ['TYPE_NOT_ALLOWED', 'in another encoding', Buffer.from('Zo\xeb', 'latin1')],
    ['TYPE_NOT_ALLOWED', 'in UTF-16', Buffer.from('\ufeffZoë', 'utf16le')],
    ['TYPE_NOT_ALLOWED', 'with a NUL in it', text('a\0b')],
    ['TYPE_NOT_ALLOWED', 'that is a GIF', text('GIF89a\x01\x00\x01\x00')],
    ['TYPE_NOT_ALLOWED', 'that is an office document of the old kind', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504)])],
    ['TYPE_NOT_ALLOWED', 'that is any other zip', zip([{ name: 'notes.txt', data: 'hello' }])],
    ['TYPE_NOT_ALLOWED', 'that is a slide show', zip([{ name: '[Content_Types].xml', data: '<Override ContentType="application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"/>' }])],
    ['ENCRYPTED', 'that is an office document with a password', LOCKED_OFFICE],
    ['ENCRYPTED', 'that is a zip with a password', workbook({ name: 'xl/a.xml', data: 'a', flags: 1 })],
    ['ENCRYPTED', 'that is a PDF with a password', text('%PDF-1.7\ntrailer << /Encrypt 5 0 R >>\n%%EOF')],
    ['MACROS', 'with a macro project', workbook({ name: 'xl/vbaProject.bin', data: 'x' })],
    ['MACROS', 'with a macro project under another name', zip([contents('docx', '<Override PartName="/word/a.xml" ContentType="application/vnd.ms-office.vbaProject"/>')])],
    ['MACROS', 'that is a workbook with macros', zip([{ name: '[Content_Types].xml', data: '<Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>' }])],
    ['MACROS', 'that spells its kinds in numbers', zip([contents('docx', '<!-- vba&#80;roject -->')])],
    ['MACROS', 'with controls that run', workbook({ name: 'xl/activeX/activeX1.xml', data: 'x' })],
    ['MACROS', 'with macros of the oldest kind', workbook({ name: 'xl/macrosheets/sheet1.xml', data: 'x' })],
    ['MACROS', 'with a program embedded', document({ name: 'word/embeddings/oleObject1.bin', data: 'x' })],
    ['MACROS', 'that fetches its template from the web', document(rels('<Relationship Id="r1" Target="https://example.org/a.dotm" TargetMode="External" Type="http://x/relationships/attachedTemplate"/>'))],
    ['UNPACKS_TOO_LARGE', 'that says it unpacks to 101 MB', workbook({ name: 'xl/a.xml', data: 'a', declared: 101 * MEGABYTE })],
    ['UNPACKS_TOO_LARGE', 'that unpacks to more than it says', workbook({ name: 'xl/a.xml', data: Buffer.alloc(30 * MEGABYTE), declared: 10 })],
    ['UNPACKS_TOO_LARGE', 'of more than 2,000 parts', workbook(...Array.from({ length: 2_001 }, (_, index) => ({ name: `xl/${index}`, data: '', stored: true })))],
    ['DAMAGED', 'whose parts have two names', workbook({ name: 'xl/a.xml', localName: 'xl/vba.xml', data: 'a' })],
    ['DAMAGED', 'whose packed data are not what was packed', Buffer.from(XLSX).fill(0x55, 55, 60)],
    ['DAMAGED', 'with a letter changed that was not packed', Buffer.from(XLSX.toString('latin1').replace('A4', 'A5'), 'latin1')],
    ['MIXED', 'that is a zip with something before it', Buffer.concat([Buffer.from('504b0304', 'hex'), text('GIFAR'), XLSX])],
    ['MIXED', 'that is a zip with something after it', Buffer.concat([XLSX, text('more')])],
    ['MIXED', 'that is two zips', Buffer.concat([DOCX, XLSX])],
    ['MIXED', 'that is a PDF and a zip', Buffer.concat([PDF, XLSX])],
    ['MIXED', 'that is a PDF with a zip before its end', Buffer.concat([PDF, XLSX, text('\n%%EOF')])],
    ['MIXED', 'that is a PDF with a page after it', Buffer.concat([PDF, text('<script>1</script>')])],
    ['MIXED', 'that is a picture and a zip', Buffer.concat([PNG, XLSX])],
    ['MIXED', 'that is a picture with a page after it', Buffer.concat([PNG, text('<script>1</script>')])],
    ['MIXED', 'that is a photograph with a page after it', Buffer.concat([JPEG, text('<script>1</script>')])],
    ['MIXED', 'that is a picture with a zip in a comment', Buffer.concat([PNG.subarray(0, -12), chunk('tEXt', XLSX), chunk('IEND', Buffer.alloc(0))])],
    ['DAMAGED', 'that is a PDF cut short', PDF.subarray(0, -8)],
    ['DAMAGED', 'that is a PDF of no known version', text('%PDF-hello\n%%EOF')],
    ['DAMAGED', 'that is a picture cut short', PNG.subarray(0, -5)],
    ['DAMAGED', 'that is a picture with a byte changed', Buffer.from(PNG).fill(7, 45, 46)],
    ['DAMAGED', 'that is a photograph cut short', JPEG.subarray(0, -2)],
    ['DAMAGED', 'that is nothing but the start of a photograph', Buffer.from('ffd8ffd9', 'hex')],
    ['DAMAGED', 'that is a zip cut short', XLSX.subarray(0, -30)],
  ])('%s: %s', async (reason, _what, file) => {
    expect(await outcome(file)).toBe(reason);
  });

  it('when two parts share their bytes, as in a bomb', async () => {
    const file = workbook({ name: 'xl/a.xml', data: 'abc' }, { name: 'xl/a.xml', data: 'abc' });
    const directory = file.readUInt32LE(file.length - 6);
    const entries: number[] = [];
    for (let at = file.indexOf('504b0102', directory, 'hex'); at >= 0; at = file.indexOf('504b0102', at + 1, 'hex')) entries.push(at);
    expect(entries).toHaveLength(4);
    file.writeUInt32LE(file.readUInt32LE(entries[2]! + 42), entries[3]! + 42);
    expect(await outcome(file)).toBe('UNPACKS_TOO_LARGE');
  });

  it('wherever it is cut, and never with a fault of our own', async () => {
    for (const whole of [PDF, PNG, JPEG, XLSX, DOCX]) {
      for (let length = 8; length < whole.length - 1; length += 3) expect(['DAMAGED', 'MIXED', 'TYPE_NOT_ALLOWED']).toContain(await outcome(whole.subarray(0, length)));
    }
  });
});
