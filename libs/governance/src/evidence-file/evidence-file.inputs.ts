import { ChangeInput, CommandInput, LongText, Text } from '@qaf/graph';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'A file that shows what was done about an action.' })
export class AttachEvidenceInput extends ChangeInput {
  @Field(() => ID, { description: 'The action.' })
  actionId!: string;

  @Field(() => ID, { description: 'The upload’s id, as `POST /files` answered it to the same person within a day. An upload is attached once.' })
  uploadId!: string;

  @Field(() => Text, { description: 'What the file shows, in one line; 1 to 200 characters. Must not name a child.' })
  title!: string;
}

@InputType({ description: 'That a file should not be among the evidence.' })
export class RemoveEvidenceInput extends CommandInput {
  @Field(() => ID, { description: 'The file.' })
  evidenceFileId!: string;

  @Field(() => LongText, { description: 'Why it goes. Free text; not empty. It stays with the action’s steps when the file is gone.' })
  reason!: string;
}
