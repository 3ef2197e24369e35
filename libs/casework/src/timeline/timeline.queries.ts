import { type ListDefinition, refusal, Where } from '@qaf/graph';
import { ALLOCATIONS } from '../allocation/allocation.queries';
import { AUDIT_COLUMNS } from '../audit/audit.queries';
import { EPISODES } from '../episode/episode.queries';
import { MEETINGS } from '../meeting/meeting.queries';
import { VISITS } from '../visit/visit.queries';
import { TIMELINE_CODES, TIMELINE_KINDS } from './timeline.reference';
import type { TimelineEntry } from './timeline.type';

/** Every entry of every child, one arm for each kind; the row rules of each table decide what is in it. */
const ENTRIES = TIMELINE_KINDS.map(
  ({ code, subject, table, day, grade }, place) =>
    `select x.child_id, x.id, ${day} as day, ${place} as place, '${code}'::text as kind, '${subject}'::text as subject, ${grade ?? 'null::text'} as grade from ${table} x where ${day} is not null`,
).join(' union all ');

function thing(subject: string, columns: string, from: string, id: string): string {
  return `when '${subject}' then (select to_json(o) from (select ${columns} from ${from} where ${id} = t.id) o)`;
}

/** What the entries of the page tell of, read with them: one statement for a page, whatever its kinds. */
const THING = `case t.subject ${[
  thing('Episode', EPISODES.columns, EPISODES.from, EPISODES.id),
  thing('ChildAllocation', ALLOCATIONS.columns, ALLOCATIONS.from, ALLOCATIONS.id),
  thing('CaseMeeting', MEETINGS.columns, MEETINGS.from, MEETINGS.id),
  thing('Visit', VISITS.columns, VISITS.from, VISITS.id),
  thing('Audit', AUDIT_COLUMNS, 'audit a', 'a.id'),
].join(' ')} end`;

export const TIMELINE: ListDefinition<TimelineEntry> = {
  name: 'timeline',
  columns: `t.id, t.kind, t.day as "onDate", t.grade, t.subject, ${THING} as thing`,
  from: `(${ENTRIES}) t`,
  id: 't.id',
  orders: { NEWEST: { terms: [{ sql: 't.day', type: 'date' }, { sql: 't.place', type: 'integer' }], descending: true } },
  parents: { child: 't.child_id' },
};

/** The conditions of a timeline: kinds by code, and days from and until, both included. Refuses a kind that is none. */
export function timelineWhere(kinds: readonly string[] | undefined, from: string | undefined, until: string | undefined): Where {
  const asked = kinds && [...new Set(kinds)].sort();
  if (asked?.some((kind) => !TIMELINE_CODES.includes(kind))) throw refusal(`A timeline has entries of the kinds ${TIMELINE_CODES.join(', ')}.`);
  return new Where().given(asked, 't.kind = any(?::text[])').given(from, 't.day >= ?::date').given(until, 't.day <= ?::date');
}
