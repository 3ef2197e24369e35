import { addDays, todayInLondon } from '@qaf/calendar';
import { Does, type GraphContext, listPage, LocalDate, type Page, PageArgs, Where } from '@qaf/graph';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { childById } from '../child/child.queries';
import { Child } from '../child/child.type';
import { MEETINGS } from '../meeting/meeting.queries';
import { CaseMeetingConnection } from '../meeting/meeting.resolver';
import { CaseMeeting } from '../meeting/meeting.type';
import { formsOfMeeting } from './rag-form.queries';
import { RagForm } from './rag-form.type';

const LOOK_BACK = 90;

@Resolver(() => CaseMeeting)
export class RagFormDueResolver {
  @Query(() => CaseMeetingConnection, { description: 'Reviews and conferences that were held and have no form yet, newest first. For reviewing officers, of the children they review; for the Principal IRO, the Principal Social Worker and QPA, of all.' })
  @Does('rag-form.due')
  async ragFormsDue(
    @Ctx() { unit, now }: GraphContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('heldFrom', () => LocalDate, { nullable: true, description: 'Held on this day or later; in the last 90 days when left out.' }) heldFrom?: string,
  ): Promise<Page<CaseMeeting>> {
    const today = todayInLondon(now);
    const where = new Where().and('m.held_on between ?::date and ?::date', heldFrom ?? addDays(today, -LOOK_BACK), today).and('not exists (select from meeting_rag_form g where g.meeting_id = m.id)');
    return listPage(unit, MEETINGS, { page, orderBy: 'NEWEST', where });
  }

  @FieldResolver(() => Child, { nullable: true, description: 'The child.' })
  async child(@Root() meeting: CaseMeeting, @Ctx() { unit }: GraphContext): Promise<Child | null> {
    return meeting.childId ? unit.load(childById, meeting.childId) : null;
  }

  @FieldResolver(() => RagForm, { nullable: true, description: 'The form that followed; null while there is none, and for those who may not see it.' })
  async ragForm(@Root() meeting: CaseMeeting, @Ctx() { unit }: GraphContext): Promise<RagForm | null> {
    return (await unit.load(formsOfMeeting, meeting.id))[0] ?? null;
  }
}
