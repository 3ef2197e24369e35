import { attachment, safeName } from './file-name';

it.each([
  ['Plan.PDF', 'PDF', 'Plan.pdf'],
  ['photo.JPEG', 'JPEG', 'photo.jpg'],
  ['invoice.pdf.exe', 'PDF', 'invoice.pdf.exe.pdf'],
  ['C:\\Users\\zoe\\plan.docx', 'DOCX', 'plan.docx'],
  ['../../etc/passwd', 'TEXT', 'passwd.txt'],
  ['gepj.\u202efdp', 'PDF', 'gepj.fdp.pdf'],
  ['a"; rm\r\n-x: 1.csv', 'CSV', 'a rm-x 1.csv'],
  ['...', 'PNG', 'file.png'],
  [null, 'PNG', 'file.png'],
  ['Zoë’s plan.docx', 'DOCX', 'Zoë’s plan.docx'],
  ['x'.repeat(500), 'CSV', `${'x'.repeat(120)}.csv`],
] as const)('%j as %s is saved as %j', (given, type, name) => {
  expect(safeName(given, type)).toBe(name);
});

it('is said in a header that holds nothing but plain letters', () => {
  expect(attachment('Zoë’s (1).pdf')).toBe(`attachment; filename="Zo__s (1).pdf"; filename*=UTF-8''Zo%C3%AB%E2%80%99s%20%281%29.pdf`);
});
