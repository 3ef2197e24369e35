import { Directive, Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType('SuppressedCount', { description: 'A count as it was released. Hidden where it, or others with it, could tell about a few people. A shown zero is a true zero.', simpleResolvers: true })
@Directive('@shareable')
export class SuppressedCount {
  @Field(() => Int, { nullable: true, description: 'The count; null where it is hidden.' })
  value!: number | null;

  @Field(() => Boolean, { description: 'Whether the count is hidden. Why is not told.' })
  hidden!: boolean;
}

@ObjectType('SuppressedShare', { description: 'A share of released counts: hidden where its numerator, its denominator or what is left is hidden.', simpleResolvers: true })
@Directive('@shareable')
export class SuppressedShare {
  @Field(() => Float, { nullable: true, description: 'Numerator over denominator, from 0 to 1, not rounded. Null where it is hidden, or nothing was counted.' })
  share!: number | null;

  @Field(() => SuppressedCount, { description: 'How many count.' })
  numerator!: SuppressedCount;

  @Field(() => SuppressedCount, { description: 'Out of how many.' })
  denominator!: SuppressedCount;

  @Field(() => Float, { nullable: true, description: 'Lower end of Wilson’s 95 % interval, from 0 to 1; null where the share is.' })
  lower!: number | null;

  @Field(() => Float, { nullable: true, description: 'Upper end of Wilson’s 95 % interval, from 0 to 1; null where the share is.' })
  upper!: number | null;

  @Field(() => Boolean, { description: 'Whether the share is hidden. Why is not told. Not hidden and null: nothing was counted.' })
  hidden!: boolean;
}

@ObjectType('SuppressedMean', { description: 'A mean of scores, made of released counts: hidden where any count that it rests on is hidden.', simpleResolvers: true })
@Directive('@shareable')
export class SuppressedMean {
  @Field(() => Float, { nullable: true, description: 'The mean, in the unit of the scores, not rounded. Null where it is hidden, or nothing was counted.' })
  mean!: number | null;

  @Field(() => SuppressedCount, { description: 'How many scores it rests on.' })
  n!: SuppressedCount;

  @Field(() => Boolean, { description: 'Whether the mean is hidden. Why is not told.' })
  hidden!: boolean;
}
