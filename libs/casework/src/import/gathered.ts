import { ChildRegister } from './children';
import { Ledger } from './ledger';
import type { EpisodeRow, MeetingRow, VisitRow } from './parsed-import';
import type { RowReader } from './row-reader';

/** Everything an import has gathered so far, and which row first told of each fact. */
export class Gathered {
  readonly ledger = new Ledger();
  readonly children = new ChildRegister();
  readonly episodes: EpisodeRow[] = [];
  readonly meetings: MeetingRow[] = [];
  readonly visits: VisitRow[] = [];
  private readonly firstTold = new Map<string, RowReader>();
  private readonly visitByKey = new Map<string, VisitRow>();

  constructor(readonly asAt: string | null) {}

  /** True when this row is the first with the key; otherwise the row is left out, naming the earlier one and what differs. */
  claim(key: string, row: RowReader): boolean {
    const first = this.firstTold.get(key);
    if (first === undefined) {
      this.firstTold.set(key, row);
      return true;
    }
    const { list, row: number } = first.source;
    const differing = row.head.columns === first.head.columns ? row.differences(first) : [];
    const how = differing.length > 0 ? `stands for the same as ${list}, row ${number}, which is kept, but differs in` : `repeats ${list}, row ${number}`;
    row.leaveOut(null, differing.length > 0 ? `${how}: ${differing.join(', ')}` : how);
    return false;
  }

  /** A meeting told of by several lists is one meeting; false when it was known. */
  addMeeting(meeting: MeetingRow, row: RowReader): boolean {
    if (this.firstTold.has(meeting.sourceKey)) return false;
    this.firstTold.set(meeting.sourceKey, row);
    this.meetings.push(meeting);
    return true;
  }

  /** A visit told of twice is one visit; what the second adds is taken, a contradiction is noted. */
  addVisit(visit: VisitRow, row: RowReader, column: string): void {
    const known = this.visitByKey.get(visit.sourceKey);
    if (known === undefined) {
      this.visitByKey.set(visit.sourceKey, visit);
      this.visits.push(visit);
      return;
    }
    if (known.seenAlone !== null && visit.seenAlone !== null && known.seenAlone !== visit.seenAlone) {
      row.doubted(column, `differs from ${known.source.list}, row ${known.source.row}, on the same visit; that one is kept`);
    }
    known.seen ??= visit.seen;
    known.seenAlone ??= visit.seenAlone;
  }

  /** The newest day on which something happened, or null for none. */
  newestEvent(): string | null {
    let newest: string | null = null;
    const meet = (day: string | null) => {
      if (day !== null && (newest === null || day > newest)) newest = day;
    };
    for (const { startedOn, endedOn } of this.episodes) [startedOn, endedOn].forEach(meet);
    for (const { heldOn } of this.meetings) meet(heldOn);
    for (const { visitedOn } of this.visits) meet(visitedOn);
    return newest;
  }
}
