/** One line of the access record: which rows of one kind one fetch gave out or changed. */
export interface AccessEntry {
  operation: 'READ' | 'CHANGE' | 'REFUSED';
  entityType: string;
  ids: string[];
  action: string;
  outcome: string;
}

/** Gathers what one transaction reads or changes, one entry per kind and operation. */
export class Accesses {
  private readonly action: string;
  private entries = new Map<string, AccessEntry & { seen: Set<string> }>();

  constructor(action: string) {
    this.action = action;
  }

  add(operation: AccessEntry['operation'], entityType: string, ids: readonly string[], action = this.action): void {
    if (ids.length === 0) return;
    const key = `${operation} ${entityType} ${action}`;
    const entry = this.entries.get(key) ?? { operation, entityType, ids: [], action, outcome: 'GIVEN', seen: new Set<string>() };
    for (const id of ids) entry.seen.add(id);
    this.entries.set(key, entry);
  }

  take(): AccessEntry[] {
    const entries = [...this.entries.values()].map(({ seen, ...entry }) => ({ ...entry, ids: [...seen] }));
    this.entries = new Map();
    return entries;
  }
}
