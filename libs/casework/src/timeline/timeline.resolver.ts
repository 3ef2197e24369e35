import { connectionOf, type GraphContext, listUnder, LocalDate, type Page, PageArgs, Text } from '@qaf/graph';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ChildAllocation } from '../allocation/allocation.type';
import { Audit } from '../audit/audit.type';
import { Child } from '../child/child.type';
import { Episode } from '../episode/episode.type';
import { CaseMeeting } from '../meeting/meeting.type';
import { Visit } from '../visit/visit.type';
import { TIMELINE, timelineWhere } from './timeline.queries';
import type { TimelineSubject } from './timeline.reference';
import { TimelineEntry } from './timeline.type';

const TimelineEntryConnection = connectionOf(() => TimelineEntry, 'TimelineEntry', 'entries of a child’s timeline');

@Resolver(() => Child)
export class ChildTimelineResolver {
  @FieldResolver(() => TimelineEntryConnection, {
    nullable: true,
    description:
      'What casework knows of the child day by day, newest first: allocations, episodes, reviews and conferences, visits, and audits with their grades. Holds only what the viewer may see, in its rows and in its count; what has no day is not in it.',
  })
  async timeline(
    @Root() child: Child,
    @Ctx() { unit }: GraphContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('kinds', () => [Text], { nullable: true, description: 'Entries of these kinds alone, by the codes of `TimelineEntry.kind`; all when left out, none for an empty list. A code that is none of them is refused.' }) kinds?: string[],
    @Arg('from', () => LocalDate, { nullable: true, description: 'From this day on, itself included.' }) from?: string,
    @Arg('until', () => LocalDate, { nullable: true, description: 'Up to this day, itself included.' }) until?: string,
  ): Promise<Page<TimelineEntry>> {
    const found = await listUnder(unit, TIMELINE, 'child', child.id, { page, orderBy: 'NEWEST', where: timelineWhere(kinds, from, until) });
    // An entry tells of its thing even where nobody asks for more of it.
    for (const { node } of found.edges) unit.saw(node.subject, node.id);
    return found;
  }
}

@Resolver(() => TimelineEntry)
export class TimelineEntryResolver {
  @FieldResolver(() => Episode, { nullable: true, description: 'The episode that began or ended; null for other kinds.' })
  episode(@Root() entry: TimelineEntry): Episode | null {
    return thingOf<Episode>(entry, 'Episode');
  }

  @FieldResolver(() => ChildAllocation, { nullable: true, description: 'The allocation that began or ended; null for other kinds.' })
  allocation(@Root() entry: TimelineEntry): ChildAllocation | null {
    return thingOf<ChildAllocation>(entry, 'ChildAllocation');
  }

  @FieldResolver(() => CaseMeeting, { nullable: true, description: 'The review or conference that was held; null for other kinds.' })
  meeting(@Root() entry: TimelineEntry): CaseMeeting | null {
    return thingOf<CaseMeeting>(entry, 'CaseMeeting');
  }

  @FieldResolver(() => Visit, { nullable: true, description: 'The visit that was made; null for other kinds.' })
  visit(@Root() entry: TimelineEntry): Visit | null {
    return thingOf<Visit>(entry, 'Visit');
  }

  @FieldResolver(() => Audit, { nullable: true, description: 'The audit that came to this point; null for other kinds.' })
  audit(@Root() entry: TimelineEntry): Audit | null {
    return thingOf<Audit>(entry, 'Audit');
  }
}

function thingOf<Thing extends object>({ subject, thing }: TimelineEntry, wanted: TimelineSubject): Thing | null {
  return subject === wanted ? (thing as Thing | null) : null;
}
