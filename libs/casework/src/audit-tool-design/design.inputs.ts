import { ChangeInput, CommandInput, LongText, Text } from '@qaf/graph';
import { ArrayMaxSize, ArrayMinSize } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'A new audit tool.' })
export class CreateAuditToolInput extends CommandInput {
  @Field(() => Text, { description: 'Short stable name of 2 to 40 small letters, digits and dashes, such as `closure`. It never changes.' })
  code!: string;

  @Field(() => Text, { description: 'The name that people use.' })
  title!: string;
}

@InputType({ description: 'A draft of the next version of an audit tool.' })
export class DraftAuditToolVersionInput extends CommandInput {
  @Field(() => ID, { description: 'The tool. Its newest version is copied whole, with the keys of its questions.' })
  toolId!: string;
}

@InputType({ description: 'One thing that the practitioner is to check.' })
export class AuditChecklistItemInput {
  @Field(() => Text, { description: 'Stable name of 2 to 60 small letters, digits and dashes, once in the checklist.' })
  key!: string;

  @Field(() => LongText, { description: 'What to check, 1,000 characters at most.' })
  text!: string;
}

@InputType({ description: 'The whole checklist of a draft.' })
export class SetAuditChecklistInput extends ChangeInput {
  @Field(() => ID, { description: 'The draft.' })
  toolVersionId!: string;

  @Field(() => [AuditChecklistItemInput], { description: 'Its items in order, 1 to 50; they replace those there were.' })
  @ArrayMinSize(1, { message: 'items must be 1 at least' })
  @ArrayMaxSize(50, { message: 'items may be 50 at most' })
  items!: AuditChecklistItemInput[];
}

@InputType({ description: 'The services that a draft is for.' })
export class SetAuditToolServicesInput extends ChangeInput {
  @Field(() => ID, { description: 'The draft.' })
  toolVersionId!: string;

  @Field(() => [ID], { description: 'The services; none means all of them.' })
  @ArrayMaxSize(100, { message: 'services may be 100 at most' })
  serviceIds!: string[];
}

@InputType({ description: 'A new section of a draft.' })
export class AddAuditSectionInput extends ChangeInput {
  @Field(() => ID, { description: 'The draft.' })
  toolVersionId!: string;

  @Field(() => Text, { description: 'Heading; not empty.' })
  title!: string;

  @Field(() => Int, { nullable: true, description: 'Its place among the sections, from 1; the last when left out.' })
  place?: number;
}

@InputType({ description: 'Another heading or another place for a section of a draft; what is left out stays.' })
export class ChangeAuditSectionInput extends ChangeInput {
  @Field(() => ID, { description: 'The draft.' })
  toolVersionId!: string;

  @Field(() => ID, { description: 'The section.' })
  sectionId!: string;

  @Field(() => Text, { nullable: true, description: 'Heading; not empty.' })
  title?: string;

  @Field(() => Int, { nullable: true, description: 'Its place among the sections, from 1. Its questions go with it.' })
  place?: number;
}

@InputType({ description: 'A section that a draft is to lose.' })
export class RemoveAuditSectionInput extends ChangeInput {
  @Field(() => ID, { description: 'The draft.' })
  toolVersionId!: string;

  @Field(() => ID, { description: 'The section; it must have no question any more.' })
  sectionId!: string;
}
