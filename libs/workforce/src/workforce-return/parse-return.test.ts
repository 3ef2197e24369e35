import fc from 'fast-check';
import { parseReturn } from './parse-return';
import { ReturnFileRefused } from './return-file-refused';
import { returnFile, returnWorker } from './return.fixtures';

function refusal(bytes: Buffer): string {
  try {
    parseReturn(bytes);
    return 'read';
  } catch (error) {
    return error instanceof ReturnFileRefused ? error.code : `broke: ${(error as Error).name}`;
  }
}

test('a complete worker has nothing missing; hours, days and cases become whole numbers, a date of birth its month', () => {
  const { year, referenceDate, authority, vacancyFteThousandths, agencyFteThousandths, agencyHeadcount, workers } = parseReturn(returnFile([returnWorker()]));
  expect({ year, referenceDate, authority, vacancyFteThousandths, agencyFteThousandths, agencyHeadcount }).toEqual({ year: 2024, referenceDate: '2024-09-30', authority: '999', vacancyFteThousandths: 12_500, agencyFteThousandths: 4_250, agencyHeadcount: 5 });
  expect(workers).toHaveLength(1);
  expect(workers[0]).toMatchObject({ place: 1, key: 'SW0000000001', missing: [], doubtful: [], values: { birth_month: '1985-04', fte_thousandths: 1000, days_lost_hundredths: 350, cases: 14, role_code: '5', agency_worker: false } });
});

test('each incomplete worker is kept, with what is missing of them in words', () => {
  const { workers } = parseReturn(returnFile([
    returnWorker({ OrgRole: undefined, PersonBirthDate: undefined }),
    returnWorker({ SWENo: 'SW0000000002', AgencyWorker: '1', QualLevel: undefined, QualInst: undefined, StartOrigin: undefined, WorkingDaysLost: undefined, Absat30Sept: undefined, ContractWeeks: '12.5' }),
    returnWorker({ SWENo: 'SW0000000003', RoleEndDate: '2024-03-31', Absat30Sept: undefined }),
    returnWorker({ SWENo: 'SW0000000004', Absat30Sept: '1' }),
    returnWorker({ SWENo: undefined, OrgRole: '9', FTE: '1.5', RoleStartDate: '31/03/2020' }),
    returnWorker({ SWENo: 'SW0000000004', Ethnicity: '' }),
  ]));
  expect(workers.map(({ key, missing, doubtful }) => [key, missing, doubtful])).toEqual([
    ['SW0000000001', ['date of birth', 'role'], []],
    ['SW0000000002', [], []],
    ['SW0000000003', ['where they went', 'reason for leaving'], []],
    ['SW0000000004', ['reason for being away'], []],
    ['place 5', ['registration number'], ['hours', 'role', 'first day in the role']],
    ['place 6', ['ethnicity'], []],
  ]);
  expect(parseReturn(returnFile([returnWorker(), returnWorker()])).repeated).toEqual([2]);
});

test('what is no return, or could harm, is refused as a whole', () => {
  const whole = returnFile([returnWorker()]).toString();
  const declared = (doctype: string) => Buffer.from(whole.replace('<Message>', `${doctype}<Message>`));
  expect(refusal(declared('<!DOCTYPE Message [<!ENTITY x SYSTEM "file:///etc/hostname">]>'))).toBe('DECLARES_ENTITIES');
  expect(refusal(declared('<!DOCTYPE m [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'))).toBe('DECLARES_ENTITIES');
  expect(refusal(declared('<!doctype Message SYSTEM "https://example.org/x.dtd">'))).toBe('DECLARES_ENTITIES');
  expect(refusal(Buffer.from(whole, 'utf16le'))).toMatch(/NOT_TEXT|NOT_XML|NOT_THE_RETURN/);
  expect(refusal(Buffer.alloc(0))).toBe('EMPTY');
  expect(refusal(Buffer.alloc(40_000_001, 32))).toBe('TOO_LARGE');
  expect(refusal(Buffer.from('<a>'.repeat(200_000)))).toBe('TOO_DEEP');
  expect(refusal(Buffer.from(whole.slice(0, -30)))).toBe('NOT_XML');
  expect(refusal(returnFile([], { collection: 'CIN' }))).toBe('NOT_THE_RETURN');
  expect(refusal(returnFile([], { year: '20x4' }))).toBe('NO_YEAR');
  // An entity that nobody declared is text, and stands for nothing.
  expect(parseReturn(returnFile([returnWorker({ QualInst: 'A &amp; B &x; &#65;' })])).workers[0]?.values['institution']).toBe('A & B &x; &#65;');
});

test('whatever the file, it is read or refused by name', () => {
  const whole = returnFile([returnWorker()]).toString();
  const cut = fc.tuple(fc.nat(whole.length), fc.nat(whole.length), fc.string({ unit: 'binary', maxLength: 20 })).map(([from, to, put]) => whole.slice(0, from) + put + whole.slice(to));
  fc.assert(fc.property(fc.oneof(cut, fc.string({ unit: 'binary', maxLength: 300 })), (text) => !refusal(Buffer.from(text)).startsWith('broke')), { numRuns: 300 });
});
