import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('Child', {
  description:
    'A child known to children’s services, by the reference of the case-management system; no name is held. Seen by the allocated worker, the team’s managers and seniors, the line above the worker, the child’s IRO and the Principal IRO, an auditor from allocation until thirty days after closure, the Principal Social Worker and QPA, and for a day by a manager in an emergency; a locked child by those alone whom the lock names. To everyone else the child reads as absent.',
  simpleResolvers: true,
})
@Directive('@key(fields: "id")')
@Directive('@key(fields: "ref")')
export class Child {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Directive('@inaccessible')
  @Field(() => ID, { description: 'The key by which other parts of the graph point to a child whom the viewer may not see.' })
  ref!: string;

  @Field(() => String, { nullable: true, description: 'The child’s reference in the case-management system.' })
  caseReference!: string | null;

  @Field(() => Int, { nullable: true, description: 'Year of birth; null when unknown and for an unborn child. The day is never held.' })
  birthYear!: number | null;

  @Field(() => Int, { nullable: true, description: 'Month of birth, 1 to 12; null when unknown and for an unborn child.' })
  birthMonth!: number | null;

  @Field(() => String, { nullable: true, description: 'The month in which an unborn child is expected, as YYYY-MM; null once born.' })
  expectedBirthMonth!: string | null;

  @Field(() => String, { nullable: true, description: 'F female, M male, N neither, U not stated; null when nothing was recorded.' })
  gender!: string | null;

  @Field(() => String, { nullable: true, description: 'National ethnicity code, such as WBRI; null when nothing was recorded.' })
  ethnicity!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the child is recorded as disabled; null when nothing was recorded.' })
  disabled!: boolean | null;

  @Field(() => String, { nullable: true, description: 'First language; null when nothing was recorded.' })
  firstLanguage!: string | null;

  @Field(() => String, { nullable: true, description: 'Religion; null when nothing was recorded.' })
  religion!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the record is locked. A locked record is seen by those alone whom the lock names.' })
  locked!: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Changes with each change of the record.' })
  version!: number | null;

  workerId?: string | null;
  teamId?: string | null;
  iroId?: string | null;
}
