import { type IndicatorNote, type IndicatorReport, loadIndicators } from '@qaf/governance';
import type { ReadFile } from './lists-format';

const SEVERITIES: Record<IndicatorNote['severity'], string> = {
  LEFT_OUT: 'Left out: the row is not loaded',
  REPAIRED: 'Repaired: the row is loaded without a part',
  DOUBTED: 'Doubted: loaded as written, though it disagrees with another figure',
};

/** A national indicator, for governance. Which one it is its columns say. */
export function readIndicators(bytes: Buffer): ReadFile {
  return {
    load: async (graph, as) => ({ text: indicatorText(await loadIndicators(graph.subgraphs.governance, bytes, as), as.check), events: 0 }),
  };
}

/** The report as it is printed: the account, and every note. */
export function indicatorText(report: IndicatorReport, check: boolean): string {
  const { indicator, read, added, changed, unchanged, leftOut, areas, years } = report;
  const [did, would] = check ? ['checked; nothing was written', 'would be '] : ['loaded', ''];
  return [
    `indicators: ${indicator} ${did}.`,
    '',
    `${read} rows: ${added} figures ${would}added, ${changed} ${would}changed, ${unchanged} unchanged, ${leftOut} left out.`,
    ...(years ? [`${areas} areas, the years to 31 March ${years[0]} to ${years[1]}.`] : []),
    ...noteLines(report.notes),
    '',
  ].join('\n');
}

function noteLines(notes: readonly IndicatorNote[]): string[] {
  return (Object.entries(SEVERITIES) as [IndicatorNote['severity'], string][]).flatMap(([severity, words]) => {
    const meant = notes.filter((note) => note.severity === severity);
    return meant.length === 0 ? [] : ['', `${words} (${meant.length})`, ...meant.map(({ row, column, reason }) => `  ${[row, ...(column === null ? [] : [column])].join(' ')}: ${reason}`)];
  });
}
