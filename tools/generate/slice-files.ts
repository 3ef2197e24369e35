import type { Names } from './names';
import { commandFiles } from './templates/commands';
import { readFiles } from './templates/reads';
import { tableFiles } from './templates/table';
import { testFiles } from './templates/test';

/** What a template is filled with. */
export interface SliceContext {
  subgraph: string;
  names: Names;
  /** The migration's number: milliseconds, so that it runs after what is there. */
  stamp: number;
}

/** The files of a new slice by their path below the subgraph's `src`. */
export function sliceFiles(context: SliceContext): Record<string, string> {
  return { ...tableFiles(context), ...readFiles(context), ...commandFiles(context), ...testFiles(context) };
}
