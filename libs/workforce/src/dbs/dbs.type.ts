import { LocalDate } from '@qaf/graph';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('DbsCheck', {
  description: 'A certificate of the Disclosure and Barring Service. In law it never expires; the authority looks at its standing again after an interval of its own. Seen by the worker, HR, their manager and head of service alone.',
  simpleResolvers: true,
})
@Directive('@key(fields: "id")')
export class DbsCheck {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'How much it looked at: `BASIC`, `STANDARD`, `ENHANCED` or `ENHANCED_BARRED`, which looks at the lists of barred people too.' })
  level!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day of issue.' })
  issuedOn!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the worker subscribes to the update service, so that its standing can be looked up.' })
  updateService!: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Changes with each change.' })
  version!: number | null;

  workerId!: string;
}

@ObjectType('DbsStatusCheck', { description: 'A look at the standing of a certificate after its issue.', simpleResolvers: true })
export class DbsStatusCheck {
  @Field(() => LocalDate, { nullable: true, description: 'The day it was looked up.' })
  checkedOn!: string | null;

  @Field(() => String, { nullable: true, description: '`UNCHANGED`, or `CHANGED`: something new is known, and a new certificate is needed.' })
  outcome!: string | null;
}

@ObjectType('DbsRecheck', { description: 'When a certificate is to be looked at again by the authority’s interval. No law sets it.', simpleResolvers: true })
export class DbsRecheck {
  @Field(() => LocalDate, { nullable: true, description: 'The day by which it is to be looked at again: the interval after the issue or the last look.' })
  dueOn!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether that day has passed.' })
  overdue!: boolean | null;

  @Field(() => Int, { nullable: true, description: 'The authority’s interval, in months, as it was in force on the day it was counted from.' })
  intervalMonths!: number | null;

  @Field(() => String, { nullable: true, description: 'Where the interval comes from.' })
  source!: string | null;
}
