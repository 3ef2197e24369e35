import { LocalDate } from '@qaf/graph';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('ParticipationCode', { description: 'A code of the national looked-after return for how a child took part in a review.', simpleResolvers: true })
export class ParticipationCode {
  @Field(() => String, { description: '`PN0` to `PN7`.' })
  code!: string;

  @Field(() => String, { description: 'What it means.' })
  title!: string;

  @Field(() => String, { description: 'The return that defines it.' })
  source!: string;

  @Field(() => LocalDate, { description: 'First day on which it is used.' })
  validFrom!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The day after its last; null while it is used.' })
  validTo!: string | null;
}

@ObjectType('ViewsRecord', {
  description: 'How a child was heard on one occasion: a visit, review, conference or assessment. Seen by those who may see the child.',
  simpleResolvers: true,
})
@Directive('@key(fields: "id")')
export class ViewsRecord {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: '`VISIT`, `LAC_REVIEW`, `CP_CONFERENCE` or `ASSESSMENT`.' })
  occasion!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day of the occasion.' })
  onDate!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the child was seen; null where it is not known.' })
  seen!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the child was seen alone; null where it is not known.' })
  seenAlone!: boolean | null;

  @Field(() => String, { nullable: true, description: 'What the child thinks, wishes and feels, as recorded. Personal detail: not for lists that are sent on. Null where nothing is recorded.' })
  views!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the views changed the plan; null where it is not known.' })
  influencedPlan!: boolean | null;

  @Field(() => String, { nullable: true, description: 'Where seen, seen alone and participation come from: `IMPORT` from the case-management system, `WORKER` keyed here.' })
  source!: string | null;

  @Field(() => Int, { nullable: true, description: 'Changes with each change; send it back when changing the record.' })
  version!: number | null;

  childId!: string;
  occasionUuid!: string | null;
  participationCode!: string | null;
  workerId!: string | null;
  teamId!: string | null;
}
