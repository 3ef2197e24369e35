/** Events of one type on their way; `to` is null where nobody hears the type in this version. */
export interface Waiting {
  from: string;
  type: string;
  to: string | null;
  state: string;
  count: number;
}

const HEADS = ['from', 'type', 'to', 'state', 'count'];

/** A table for a person, what failed first. */
export function eventTable(waiting: readonly Waiting[]): string {
  if (waiting.length === 0) return 'No event waits.\n';
  const failedFirst = [...waiting].sort((a, b) => Number(b.state === 'failed') - Number(a.state === 'failed') || key(a).localeCompare(key(b)));
  const rows = [HEADS, ...failedFirst.map(({ from, type, to, state, count }) => [from, type, to ?? 'nobody', state, String(count)])];
  const widths = HEADS.map((_head, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return `${rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n')}\n`;
}

function key({ from, type, to, state }: Waiting): string {
  return `${from} ${type} ${to ?? ''} ${state}`;
}
