import { CommandInput, LocalDate, Text } from '@qaf/graph';
import { Matches } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'A term of registration with the regulator of social workers.' })
export class RecordRegistrationInput extends CommandInput {
  @Field(() => ID, { description: 'The worker.' })
  workerId!: string;

  @Field(() => Text, { description: 'The regulator, by its code of kind `REGISTRATION_BODY`: `HCPC` until December 2019, `SWE` from then.' })
  bodyCode!: string;

  @Field(() => Text, { description: 'The number on the register: 3 to 20 letters and digits.' })
  @Matches(/^[A-Za-z0-9]{3,20}$/, { message: 'number must be 3 to 20 letters and digits' })
  number!: string;

  @Field(() => LocalDate, { description: 'The first day of the term.' })
  registeredOn!: string;

  @Field(() => LocalDate, { description: 'The first day that the term does not cover.' })
  expiresOn!: string;
}

@InputType({ description: 'A qualification in social work.' })
export class RecordQualificationInput extends CommandInput {
  @Field(() => ID, { description: 'The worker.' })
  workerId!: string;

  @Field(() => Text, { description: 'Its level, by its code of kind `QUALIFICATION_LEVEL`.' })
  levelCode!: string;

  @Field(() => Text, { description: 'What it is called.' })
  title!: string;

  @Field(() => LocalDate, { description: 'The day of the award.' })
  awardedOn!: string;

  @Field(() => Text, { nullable: true, description: 'Who awarded it.' })
  institution?: string;
}
