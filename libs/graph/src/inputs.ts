import { Matches } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';

/** What every command's input has: a key that makes sending it twice the same as once. */
@InputType()
export class CommandInput {
  @Field(() => String, { description: 'A key the caller makes up for this one change (a UUID does well): 8 to 100 letters, digits, dots, dashes or underscores. Sending the same change again with it has no further effect.' })
  @Matches(/^[A-Za-z0-9._-]{8,100}$/, { message: 'idempotencyKey must be 8 to 100 letters, digits, dots, dashes or underscores' })
  idempotencyKey!: string;
}

/** The input of a command that changes something: the version that the caller saw. */
@InputType()
export class ChangeInput extends CommandInput {
  @Field(() => Int, { description: 'The `version` that the caller read. If it is no longer current the change is refused as stale.' })
  version!: number;
}
