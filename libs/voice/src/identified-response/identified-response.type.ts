import { LocalDate } from '@qaf/graph';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('IdentifiedAnswer', { description: 'The answer to one question, by somebody who agreed to be known.', simpleResolvers: true })
export class IdentifiedAnswer {
  @Field(() => String, { description: 'The question’s key.' })
  key!: string;

  @Field(() => String, { nullable: true, description: 'The value chosen; null for an answer in own words.' })
  value!: string | null;

  @Field(() => String, { nullable: true, description: 'The answer in own words; null for one that was chosen.' })
  text!: string | null;
}

@ObjectType('IdentifiedResponse', {
  description:
    'Answers given with consent to be known. Seen by the child’s worker and reviewing officer, and by those whom the consent names. When consent is withdrawn the answers are gone for good.',
  simpleResolvers: true,
})
@Directive('@key(fields: "id")')
export class IdentifiedResponse {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The day consent was given.' })
  consentGivenOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day consent was withdrawn; null while it holds.' })
  consentWithdrawnOn!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the team’s managers and seniors, the line above them and the Principal IRO may read it too.' })
  sharedWithManagers!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the PSW and QPA may read it too.' })
  sharedWithQuality!: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Changes with each change; send it back when withdrawing consent.' })
  version!: number | null;

  childId!: string;
  questionnaireVersionId!: string;
  recordedBy!: string;
}
