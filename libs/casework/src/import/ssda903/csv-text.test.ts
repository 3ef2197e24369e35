import { ImportFileRefused } from '../import-file-refused';
import { decodeText, findSeparator, readCsv } from './csv-text';

const read = (text: string, encoding: BufferEncoding = 'utf8') => readCsv('file.csv', Buffer.from(text, encoding));

function refusal(bytes: Buffer): string {
  try {
    readCsv('file.csv', bytes);
    return 'read';
  } catch (error) {
    return error instanceof ImportFileRefused ? `${error.code} ${error.fileName}` : 'another error';
  }
}

describe('reading a CSV file', () => {
  test.each([
    ['a byte order mark', '\uFEFFCHILD,DOB\n1,01/02/2010\n'],
    ['Windows line ends', 'CHILD,DOB\r\n1,01/02/2010\r\n'],
    ['old Mac line ends', 'CHILD,DOB\r1,01/02/2010\r'],
    ['semicolons', 'CHILD;DOB\n1;01/02/2010'],
    ['tabs', 'CHILD\tDOB\n1\t01/02/2010'],
    ['quotes', '"CHILD","DOB"\n"1","01/02/2010"'],
  ])('with %s', (_, text) => {
    expect(read(text)).toEqual([['CHILD', 'DOB'], ['1', '01/02/2010']]);
  });

  test('in UTF-16 or in Windows ANSI', () => {
    expect(read('\uFEFFCHILD,DOB', 'utf16le')).toEqual([['CHILD', 'DOB']]);
    expect(decodeText(Buffer.from('Zo\u00eb', 'latin1'))).toBe('Zoë');
    expect(decodeText(Buffer.from('Zoë', 'utf8'))).toBe('Zoë');
  });

  test('a comma inside quotes, a doubled quote and a line end inside quotes stay in their cell', () => {
    expect(read('A,B\n"x, y","say ""so"""\n"two\nlines",3')).toEqual([['A', 'B'], ['x, y', 'say "so"'], ['two lines', '3']]);
  });

  test('an empty line keeps its place, so that rows count as in Excel', () => {
    expect(read('A,B\n\n1,2')).toEqual([['A', 'B'], [null], ['1', '2']]);
  });

  test('what cannot be read is refused by name', () => {
    expect(refusal(Buffer.from(''))).toBe('EMPTY file.csv');
    expect(refusal(Buffer.from('\uFEFF \r\n'))).toBe('EMPTY file.csv');
    expect(refusal(Buffer.from('A,B\n"never closed,2\n3,4'))).toBe('DAMAGED file.csv');
    expect(refusal(Buffer.from('PK\u0003\u0004'))).toBe('DAMAGED file.csv');
    expect(refusal(Buffer.from('A\u0000B'))).toBe('DAMAGED file.csv');
    expect(refusal(Buffer.alloc(50_000_001, 'a'))).toBe('TOO_LARGE file.csv');
  });

  test('the separator is the one that splits the headings most', () => {
    expect(findSeparator('\n\nA;B;C,D\n1,2,3,4,5')).toBe(';');
    expect(findSeparator('A')).toBe(',');
  });
});
