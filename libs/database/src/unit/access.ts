/** One line of the access record: which rows of one kind one fetch gave out, changed or was refused. */
export interface AccessEntry {
  operation: 'READ' | 'CHANGE' | 'REFUSED';
  entityType: string;
  ids: string[];
  action: string;
  outcome: string;
}

/** Gathers what one fetch reads, changes or is refused: each object once for each operation and action. */
export class Accesses {
  private readonly action: string;
  private readonly known = new Map<string, Set<string>>();
  private readonly read = new Map<string, Set<string>>();
  private entries = new Map<string, AccessEntry>();

  constructor(action: string) {
    this.action = action;
  }

  add(operation: AccessEntry['operation'], entityType: string, ids: readonly string[], action = this.action, outcome = 'GIVEN'): void {
    const key = `${operation} ${entityType} ${action} ${outcome}`;
    const known = this.known.get(key) ?? new Set<string>();
    this.known.set(key, known);
    if (operation === 'READ') this.read.set(entityType, known);
    for (const id of ids) {
      if (known.has(id)) continue;
      known.add(id);
      this.entryOf(key, { operation, entityType, action, outcome }).ids.push(id);
    }
  }

  /** One row read: called for each field, so that what is known costs next to nothing. */
  saw(entityType: string, id: string): void {
    if (!this.read.get(entityType)?.has(id)) this.add('READ', entityType, [id]);
  }

  get any(): boolean {
    return this.entries.size > 0;
  }

  /** What has been gathered since the last taking. What was taken once is not gathered again. */
  take(): AccessEntry[] {
    const entries = [...this.entries.values()];
    this.entries = new Map();
    return entries;
  }

  private entryOf(key: string, entry: Omit<AccessEntry, 'ids'>): AccessEntry {
    const found = this.entries.get(key) ?? { ...entry, ids: [] };
    this.entries.set(key, found);
    return found;
  }
}
