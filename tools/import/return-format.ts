import { loadReturn, parseReturn, returnReportText } from '@qaf/workforce';
import type { ReadFile } from './lists-format';

/** The workforce return, for workforce. Throws ReturnFileRefused on a file that is none. */
export function readReturn(bytes: Buffer): ReadFile {
  const parsed = parseReturn(bytes);
  return { load: async (graph, { check }) => ({ text: returnReportText(await loadReturn(graph.subgraphs.workforce, parsed, { check }), check), events: 0 }) };
}
