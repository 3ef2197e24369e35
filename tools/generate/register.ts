import type { Names } from './names';
import type { SliceContext } from './slice-files';

/** Changes to files that are there already, by path from the root: text in, text out. */
export type Edits = Record<string, (text: string) => string>;

/** Where a new slice is made known: its subgraph's list of slices and of migrations, and the tables of acts and fields. */
export function registrations({ subgraph, names, stamp }: SliceContext): Edits {
  const { kebab, pascal, camel, words, manyWords } = names;
  const source = `libs/${subgraph}/src`;
  const migration = `Create${pascal}${stamp}`;
  return {
    [`${source}/slices.ts`]: (text) => withEntry(withImport(text, `import { ${camel}Slice } from './${kebab}/${kebab}.slice';`), 'SLICES', `${camel}Slice`),
    [`${source}/migrations/index.ts`]: (text) => withEntry(withImport(text, `import { ${migration} } from './${stamp}-create-${kebab}';`), 'MIGRATIONS', migration),
    'libs/identity/src/permissions.ts': (text) =>
      replaced(
        text,
        '} as const satisfies Record<string, ActRule>;',
        `\n  '${kebab}.read': act('read ${manyWords}', ...STAFF),\n  '${kebab}.record': act('record and correct ${manyWords}', ...STAFF),\n} as const satisfies Record<string, ActRule>;`,
      ),
    'libs/identity/src/fields.ts': (text) => replaced(text, '\n};\n\nconst decided', `\n  ${pascal}: shows('staff'),\n};\n\nconst decided`),
    [MATRIX]: (text) => withEntry(replaced(replaced(text, '\n};\n\n/** Types that', line(names)), '\n};\n', roots(names), 'last'), 'BEGUN', `'${pascal}'`),
    'CHANGELOG.md': (text) => replaced(text, '## Unreleased\n', `## Unreleased\n\n- ${words[0]?.toUpperCase()}${words.slice(1)}: recorded, corrected and listed (${subgraph}).`),
  };
}

/** The hand-written table of who sees what, which the whole graph is held to. */
const MATRIX = 'apps/platform-e2e/src/matrix/expected.ts';

function line({ pascal }: Names): string {
  return `\n  ${pascal}: { seen: by(STAFF), fields: 'id title detail recordedOn version' },\n};\n\n/** Types that`;
}

function roots({ pascal, camel, plural }: Names): string {
  return `\n  ${plural}: STAFF, ${camel}: STAFF, record${pascal}: STAFF, correct${pascal}: STAFF,\n};\n`;
}

function withImport(text: string, line: string): string {
  const last = text.lastIndexOf('\nimport ');
  const end = text.indexOf('\n', last + 1);
  if (!text.startsWith('import ') || end < 0) throw new Error('There is no import to add to.');
  return `${text.slice(0, end)}\n${line}${text.slice(end)}`;
}

function withEntry(text: string, list: string, entry: string): string {
  const start = new RegExp(`export const ${list}(: [^=]+)? = \\[`).exec(text);
  const end = start ? text.indexOf('];', start.index) : -1;
  if (!start || end < 0) throw new Error(`There is no list ${list} to add to.`);
  const inside = text.slice(start.index + start[0].length, end).trimEnd();
  const before = text.slice(0, start.index + start[0].length);
  return `${before}${inside.trim() === '' ? '' : `${inside.replace(/,$/, '')},`}${inside.includes('\n') ? '\n  ' : inside.trim() === '' ? '' : ' '}${entry}${inside.includes('\n') ? ',\n' : ''}${text.slice(end)}`;
}

function replaced(text: string, what: string, by: string, which: 'first' | 'last' = 'first'): string {
  const at = which === 'first' ? text.indexOf(what) : text.lastIndexOf(what);
  if (at < 0) throw new Error('The place to register it was not found.');
  return text.slice(0, at) + by + text.slice(at + what.length);
}
