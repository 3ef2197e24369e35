import { parseAnnexA, parseSsda903 } from '@qaf/casework';
import { readIndicators } from './indicators-format';
import type { GivenFile } from './given-files';
import { type ReadFile, readLists } from './lists-format';
import { readReturn } from './return-format';

/** A kind of file that can be loaded. */
export interface ImportFormat {
  /** What stands behind the format's name on the command line. */
  usage: string;
  least: number;
  most: number;
  read(files: GivenFile[], options: { asAt?: string }): Promise<ReadFile>;
}

const one = ([file]: GivenFile[]): Buffer => file?.bytes ?? Buffer.alloc(0);

export const FORMATS: Readonly<Record<string, ImportFormat>> = {
  'annex-a': {
    usage: '<workbook.xlsx>: the inspection lists',
    least: 1,
    most: 1,
    read: (files, options) => readLists(parseAnnexA(one(files), options), files, options),
  },
  ssda903: {
    usage: '<header.csv> <episodes.csv> <reviews.csv>: the looked-after return, any of its three files',
    least: 1,
    most: 3,
    read: (files, options) => readLists(parseSsda903(files, options), files, options),
  },
  indicators: {
    usage: '<file.csv>: a national indicator by authority and year, as its publisher gives it out',
    least: 1,
    most: 1,
    read: (files) => Promise.resolve(readIndicators(one(files))),
  },
  csww: {
    usage: '<return.xml>: the children’s social work workforce return',
    least: 1,
    most: 1,
    read: async (files) => readReturn(one(files)),
  },
};

/** How the command is called, with every format. */
export function usage(): string {
  const formats = Object.entries(FORMATS).map(([name, format]) => `  ${name} ${format.usage}`);
  return ['Use: npm run import -- <format> <file…> [--check] [--as-at <yyyy-mm-dd>]', 'Formats:', ...formats].join('\n');
}
