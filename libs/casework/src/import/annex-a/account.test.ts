import type { CellValue } from 'exceljs';
import fc from 'fast-check';
import type { ParsedImport } from '../parsed-import';
import { parseAnnexA } from './parse-annex-a';
import { contactHeadings, contactRow, excelDay, planHeadings, planRow, workbookBytes } from './workbook.fixtures';

const day = fc.constantFrom<CellValue>('01/02/2021', excelDay('2021-03-04'), 44_200, '31/02/2021', 'soon', '-', null, { error: '#N/A' });
const reference = fc.constantFrom<CellValue>(1, '1', 2, 'CF-3', 'No Name', null, '\u00a04\u00a0', { error: '#REF!' });
const plan = fc
  .tuple(reference, day, day, day, day, day)
  .map(([child, birth, start, visit, conference, end]) => planRow(child, { birth, start, visit, conference, end }));
const contact = fc.tuple(reference, day, day).map(([child, on, birth]) => contactRow(child, { on, birth }));

function expectBalanced({ counts, notes }: ParsedImport, rows: Record<string, number>): void {
  for (const { list, read, kept, leftOut } of counts) {
    const left = notes.filter((note) => note.list === list && note.severity === 'LEFT_OUT');
    expect(read).toBe(rows[list]);
    expect(kept + leftOut).toBe(read);
    expect(new Set(left.map(({ row }) => row)).size).toBe(leftOut);
    expect(left).toHaveLength(leftOut);
  }
}

describe('the account of an import', () => {
  test('every row is kept as an episode or left out once with a reason, and keys never repeat', async () => {
    const file = fc.record({ contacts: fc.array(contact, { maxLength: 8 }), plans: fc.array(plan, { maxLength: 8 }) });
    await fc.assert(
      fc.asyncProperty(file, async ({ contacts, plans }) => {
        const bytes = await workbookBytes({ 'List 1': [contactHeadings, ...contacts], 'List 7': [planHeadings, ...plans] });
        const parsed = await parseAnnexA(bytes);
        expectBalanced(parsed, { 'List 1': contacts.length, 'List 7': plans.length });
        expect(parsed.counts.reduce((sum, { kept }) => sum + kept, 0)).toBe(parsed.episodes.length);
        for (const rows of [parsed.episodes, parsed.meetings, parsed.visits]) {
          expect(new Set(rows.map(({ sourceKey }) => sourceKey)).size).toBe(rows.length);
        }
        const known = new Set(parsed.children.map((child) => child.reference));
        for (const fact of [...parsed.episodes, ...parsed.meetings, ...parsed.visits]) expect(known.has(fact.reference)).toBe(true);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  test('the same file gives the same answer, and every plan twice adds only what was left out', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(plan, { minLength: 1, maxLength: 6 }), async (plans) => {
        const once = await parseAnnexA(await workbookBytes({ 'List 7': [planHeadings, ...plans] }));
        const again = await parseAnnexA(await workbookBytes({ 'List 7': [planHeadings, ...plans] }));
        const twice = await parseAnnexA(await workbookBytes({ 'List 7': [planHeadings, ...plans, ...plans] }));
        expect(again).toEqual(once);
        expect(twice.episodes).toEqual(once.episodes);
        expect(twice.visits).toEqual(once.visits);
        expect(twice.counts[0]?.leftOut).toBe((once.counts[0]?.leftOut ?? 0) + plans.length);
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});
