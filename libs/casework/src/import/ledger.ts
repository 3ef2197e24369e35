import type { ListCount, NoteSeverity, RowNote, RowSource } from './parsed-import';

/** Keeps the account of an import: what was read, what was left out, and every note. A row is left out at most once. */
export class Ledger {
  readonly notes: RowNote[] = [];
  private readonly lists = new Map<string, { read: number; left: Set<number> }>();

  /** Announces a list, so that it is counted even when it has no rows. */
  open(list: string): void {
    if (!this.lists.has(list)) this.lists.set(list, { read: 0, left: new Set() });
  }

  read({ list }: RowSource): void {
    this.open(list);
    const account = this.lists.get(list);
    if (account) account.read += 1;
  }

  leaveOut(source: RowSource, column: string | null, reason: string): void {
    const left = this.lists.get(source.list)?.left;
    if (!left || left.has(source.row)) return;
    left.add(source.row);
    this.note(source, column, 'LEFT_OUT', reason);
  }

  note({ list, row }: RowSource, column: string | null, severity: NoteSeverity, reason: string): void {
    this.notes.push({ list, row, column, severity, reason });
  }

  counts(): ListCount[] {
    return [...this.lists].map(([list, { read, left }]) => ({ list, read, kept: read - left.size, leftOut: left.size }));
  }
}
