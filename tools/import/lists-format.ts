import { ImportFileRefused, type ParsedImport } from '@qaf/casework';
import { importInto, type OpenGraph } from '@qaf/platform';
import { FileUnreadable, type GivenFile } from './given-files';
import { reportText } from './report-text';

export interface LoadAs {
  fileHash: string;
  check: boolean;
  now: Date;
}

/** A file that was read and waits to be loaded. */
export interface ReadFile {
  /** Loads it, or only says what it would do; answers the report as it is printed and how many events were published. */
  load(graph: OpenGraph, as: LoadAs): Promise<{ text: string; events: number }>;
}

/** Lists of children, for casework. */
export async function readLists(parsing: Promise<ParsedImport>, files: readonly GivenFile[], options: { asAt?: string }): Promise<ReadFile> {
  const parsed = await parsing.catch((error: unknown): never => {
    if (!(error instanceof ImportFileRefused)) throw error;
    throw new FileUnreadable(error.fileName ?? files.map(({ name }) => name).join(', '), error.message);
  });
  return {
    load: async (graph, as) => {
      const report = await importInto(graph, parsed, { ...as, ...options });
      return { text: reportText(report, as.check), events: report.events };
    },
  };
}
