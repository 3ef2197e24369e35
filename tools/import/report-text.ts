import type { ImportReport, LoadedKind, NoteSeverity, RowNote } from '@qaf/casework';

const KINDS: Record<LoadedKind, string> = {
  children: 'children',
  episodes: 'episodes',
  meetings: 'reviews and conferences',
  visits: 'visits',
  allocations: 'allocations',
};

const SEVERITIES: Record<NoteSeverity, string> = {
  LEFT_OUT: 'Left out: the row is not loaded',
  REPAIRED: 'Repaired: the row is loaded, a part of it was read by a rule or left out',
  UNMATCHED: 'Unmatched: a value or a list stands for nothing that is known',
  DOUBTED: 'Doubted: loaded as written, though it disagrees with another fact',
};

/** The report as it is printed: the account of each list, what became of the facts, and every note. No child's particulars. */
export function reportText(report: ImportReport, check: boolean): string {
  const { format, speaksOf, unmatchedNames } = report;
  const names = `Names without a match: ${unmatchedNames.workers} of workers, ${unmatchedNames.teams} of teams.`;
  return [
    check ? `${format}: checked as of ${speaksOf}; nothing was written.` : `${format}: loaded as of ${speaksOf}.`,
    '',
    ...listTable(report),
    '',
    ...tallyTable(report, check),
    '',
    names,
    ...noteLines(inFileOrder(report)),
    '',
  ].join('\n');
}

function listTable({ lists }: ImportReport): string[] {
  const total = { list: 'all', read: 0, kept: 0, leftOut: 0 };
  for (const { read, kept, leftOut } of lists) Object.assign(total, { read: total.read + read, kept: total.kept + kept, leftOut: total.leftOut + leftOut });
  return table(['list', 'read', 'kept', 'left out'], [...lists, total].map(({ list, read, kept, leftOut }) => [list, read, kept, leftOut]));
}

function tallyTable({ tallies }: ImportReport, check: boolean): string[] {
  const kinds = Object.entries(KINDS) as [LoadedKind, string][];
  const headings = check ? ['', 'would add', 'would change', 'unchanged'] : ['', 'added', 'changed', 'unchanged'];
  return table(headings, kinds.map(([kind, words]) => [words, tallies[kind].added, tallies[kind].changed, tallies[kind].unchanged]));
}

function inFileOrder({ lists, notes }: ImportReport): RowNote[] {
  const position = new Map(lists.map(({ list }, index) => [list, index]));
  const placeOf = ({ list }: RowNote): number => position.get(list) ?? lists.length;
  return notes.toSorted((one, other) => placeOf(one) - placeOf(other) || one.row - other.row);
}

function noteLines(notes: readonly RowNote[]): string[] {
  const severities = Object.entries(SEVERITIES) as [NoteSeverity, string][];
  return severities.flatMap(([severity, words]) => {
    const meant = notes.filter((note) => note.severity === severity);
    return meant.length === 0 ? [] : ['', `${words} (${meant.length})`, ...meant.map(noteLine)];
  });
}

function noteLine({ list, row, column, reason }: RowNote): string {
  return `  ${[list, row, ...(column === null ? [] : [column])].join(' ')}: ${reason}`;
}

/** Text to the left, numbers to the right. */
function table(headings: string[], rows: (string | number)[][]): string[] {
  const lines = [headings, ...rows].map((line) => line.map(String));
  const widths = headings.map((_, index) => Math.max(...lines.map((line) => line[index]?.length ?? 0)));
  return lines.map((line) => line.map((cell, index) => (index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0))).join('  ').trimEnd());
}
