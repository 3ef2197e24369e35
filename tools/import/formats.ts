import { parseAnnexA, type ParsedImport, parseSsda903 } from '@qaf/casework';
import type { GivenFile } from './given-files';

/** A kind of file that can be loaded. */
export interface ImportFormat {
  /** What stands behind the format's name on the command line. */
  usage: string;
  least: number;
  most: number;
  parse(files: GivenFile[], options: { asAt?: string }): Promise<ParsedImport>;
}

export const FORMATS: Readonly<Record<string, ImportFormat>> = {
  'annex-a': {
    usage: '<workbook.xlsx>: the inspection lists',
    least: 1,
    most: 1,
    parse: ([file], options) => parseAnnexA(file?.bytes ?? Buffer.alloc(0), options),
  },
  ssda903: {
    usage: '<header.csv> <episodes.csv> <reviews.csv>: the looked-after return, any of its three files',
    least: 1,
    most: 3,
    parse: (files, options) => parseSsda903(files, options),
  },
};

/** How the command is called, with every format. */
export function usage(): string {
  const formats = Object.entries(FORMATS).map(([name, format]) => `  ${name} ${format.usage}`);
  return ['Use: npm run import -- <format> <file…> [--check] [--as-at <yyyy-mm-dd>]', 'Formats:', ...formats].join('\n');
}
