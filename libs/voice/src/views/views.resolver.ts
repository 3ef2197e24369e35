import { command, connectionOf, Does, globalId, type GraphContext, uuidOf } from '@qaf/graph';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Child } from '../child/child.type';
import { Team } from '../team/team.type';
import { Worker } from '../worker/worker.type';
import { ChangeViewsInput, RecordViewsInput } from './views.inputs';
import { PARTICIPATION_COLUMNS, participationByCode, viewsRecordById } from './views.queries';
import { ChangeViewsResult, RecordViewsResult } from './views.results';
import { OCCASIONS } from './views.rules';
import { changeViews, recordViews } from './views.service';
import { ParticipationCode, ViewsRecord } from './views.type';

export const ViewsRecordConnection = connectionOf(() => ViewsRecord, 'ViewsRecord', 'records of a child’s views');

@Resolver(() => ViewsRecord)
export class ViewsResolver {
  @Query(() => ViewsRecord, { nullable: true, description: 'One record of a child’s views, or null.' })
  @Does('views.read')
  async viewsRecord(@Ctx() { unit }: GraphContext, @Arg('id', () => ID, { description: 'The record’s id.' }) id: string): Promise<ViewsRecord | null> {
    const uuid = uuidOf('ViewsRecord', id);
    return uuid ? unit.load(viewsRecordById, uuid) : null;
  }

  @Query(() => [ParticipationCode], { description: 'The codes for how a child took part in a review, with the days on which each is used.' })
  @Does('questionnaire.read')
  async participationCodes(@Ctx() { unit }: GraphContext): Promise<ParticipationCode[]> {
    return unit.query(`select ${PARTICIPATION_COLUMNS} from participation_code c order by c.code, c.valid_from`);
  }

  @Mutation(() => RecordViewsResult, { description: 'Records how a child was heard on a visit, in a review, a conference or an assessment. For those who work with the child and the line above them.' })
  @Does('views.record')
  async recordViews(@Ctx() context: GraphContext, @Arg('input', () => RecordViewsInput, { description: 'The record.' }) input: RecordViewsInput): Promise<object> {
    return command(context, 'recordViews', input, (tx) => recordViews(tx, input, context.now));
  }

  @Mutation(() => ChangeViewsResult, { description: 'Changes or completes a record of a child’s views, such as one that came by import without the views themselves.' })
  @Does('views.record')
  async changeViews(@Ctx() context: GraphContext, @Arg('input', () => ChangeViewsInput, { description: 'The record as it is to be.' }) input: ChangeViewsInput): Promise<object> {
    return command(context, 'changeViews', input, (tx) => changeViews(tx, input));
  }

  @FieldResolver(() => ID, { nullable: true, description: 'The id of the visit, meeting or assessment (a `Visit`, `CaseMeeting` or `Episode`); null where the occasion is not kept.' })
  occasionId(@Root() record: ViewsRecord): string | null {
    const type = OCCASIONS[record.occasion ?? ''];
    return record.occasionUuid && type ? globalId(type, record.occasionUuid) : null;
  }

  @FieldResolver(() => ParticipationCode, { nullable: true, description: 'How the child took part; null where it is not known or does not apply.' })
  async participation(@Root() record: ViewsRecord, @Ctx() { unit }: GraphContext): Promise<ParticipationCode | null> {
    return record.participationCode ? ((await unit.load(participationByCode, record.participationCode))[0] ?? null) : null;
  }

  @FieldResolver(() => Child, { nullable: true, description: 'The child; null for those who may not see the child.' })
  child(@Root() record: ViewsRecord): Child | null {
    return { id: record.childId } as Child;
  }

  @FieldResolver(() => Worker, { nullable: true, description: 'The child’s worker now; null where there is none.' })
  worker(@Root() record: ViewsRecord): Worker | null {
    return record.workerId ? { id: record.workerId } : null;
  }

  @FieldResolver(() => Team, { nullable: true, description: 'The child’s team now; null where there is none.' })
  team(@Root() record: ViewsRecord): Team | null {
    return record.teamId ? { id: record.teamId } : null;
  }
}
