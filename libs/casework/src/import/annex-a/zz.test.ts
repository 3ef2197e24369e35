import { contactHeadings, contactRow, workbookBytes } from './workbook.fixtures';
import { ImportFileRefused } from '../import-file-refused';
import { parseAnnexA } from './parse-annex-a';
test('scan', async () => {
  const bytes = await workbookBytes({ 'List 1': [contactHeadings, contactRow(1)] });
  const seen = new Map<string, number>();
  for (let at = 0; at < bytes.length; at += 1) {
    const broken = Buffer.from(bytes); broken[at] = 0;
    const outcome: unknown = await parseAnnexA(broken).catch((e: unknown) => e);
    if (outcome instanceof Error && !(outcome instanceof ImportFileRefused)) { const k = (outcome.stack ?? '').split('\n').slice(0, 4).join('|'); seen.set(k, (seen.get(k) ?? 0) + 1); }
  }
  console.log(bytes.length, [...seen]);
}, 600_000);
