import { LocalDate } from '@qaf/graph';
import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('WorkforceReturn', { description: 'A year’s national return of the children’s social work workforce as it was loaded from the file that was submitted. Seen by HR alone.', simpleResolvers: true })
export class WorkforceReturn {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'The authority’s national number.' })
  authority!: string | null;

  @Field(() => Int, { nullable: true, description: 'The year of the return; it ends with 30 September.' })
  year!: number | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day that its stocks are of.' })
  referenceDate!: string | null;

  @Field(() => Int, { nullable: true, description: 'Vacancies as submitted, in thousandths of full time; null where the file had none.' })
  vacancyFteThousandths!: number | null;

  @Field(() => Int, { nullable: true, description: 'Agency workers’ hours as submitted, in thousandths of full time; null where the file had none.' })
  agencyFteThousandths!: number | null;

  @Field(() => Int, { nullable: true, description: 'Agency workers as submitted; null where the file had none.' })
  agencyHeadcount!: number | null;
}

@ObjectType('WorkforceReturnLine', { description: 'What a return says of one worker, complete or not. Seen by HR alone.', simpleResolvers: true })
export class WorkforceReturnLine {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => Int, { nullable: true, description: 'Which worker of the file, from 1.' })
  place!: number | null;

  @Field(() => String, { nullable: true, description: 'The registration number; null where the file had none.' })
  number!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether through an agency; null where the file does not say.' })
  agencyWorker!: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Hours as a full-time equivalent in thousandths; null where the file does not say.' })
  fteThousandths!: number | null;

  @Field(() => LocalDate, { nullable: true, description: 'The first day in the role; null where the file does not say.' })
  roleStartedOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last day in the role; null while in it.' })
  roleEndedOn!: string | null;

  @Field(() => [String], { nullable: true, description: 'What the return asks for and the file does not give, in words; empty when complete.' })
  missing!: string[] | null;

  @Field(() => [String], { nullable: true, description: 'What the file gives in a value that the return does not have, in words; kept as unknown.' })
  doubtful!: string[] | null;

  returnId!: string;
  workerId!: string | null;
  roleReturnCode!: string | null;
}
