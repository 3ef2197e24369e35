import type { SettledChild } from './children';
import { daysBetween } from './dates';
import type { Gathered } from './gathered';
import type { ParsedImport, RowSource } from './parsed-import';

/** A pregnancy: a plan may start this many days before the birth. */
const pregnancyDays = 300;

/** Why a day and a birth do not go together, or null. */
function birthDoubt(birth: string | null, day: string | null, kind: string): string | null {
  if (birth === null || day === null || day >= birth) return null;
  if (kind.startsWith('LAC')) return 'lies before the birth of a looked-after child; one of the two dates is wrong; it is kept';
  const early = daysBetween(day, birth) > pregnancyDays;
  return early ? 'lies before the pregnancy; one of the two dates is wrong; it is kept' : 'lies before the birth; it is kept as for an unborn child';
}

function doubtBirths(gathered: Gathered, children: Map<string, SettledChild>): void {
  const doubt = (source: RowSource, reference: string, kind: string, day: string | null, what: string) => {
    const reason = birthDoubt(children.get(reference)?.birth ?? null, day, kind);
    if (reason !== null) gathered.ledger.note(source, null, 'DOUBTED', `the ${what} ${reason}`);
  };
  for (const { source, reference, kind, startedOn } of gathered.episodes) doubt(source, reference, kind, startedOn, 'start');
  for (const { source, reference, kind, heldOn } of gathered.meetings) doubt(source, reference, kind, heldOn, 'meeting');
  for (const { source, reference, kind, visitedOn } of gathered.visits) doubt(source, reference, kind, visitedOn, 'visit');
}

/** Settles the children, doubts what disagrees with a birth, and closes the account. */
export function finish(format: ParsedImport['format'], gathered: Gathered): ParsedImport {
  const children = gathered.children.settle(gathered.asAt ?? gathered.newestEvent(), gathered.ledger);
  doubtBirths(gathered, children);
  return {
    format,
    children: [...children.values()].map(({ row }) => row),
    episodes: gathered.episodes,
    meetings: gathered.meetings,
    visits: gathered.visits,
    notes: gathered.ledger.notes,
    counts: gathered.ledger.counts(),
  };
}
