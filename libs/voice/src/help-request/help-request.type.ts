import { DateTime } from '@qaf/graph';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { HelpRequestState } from './help-request.state';

@ObjectType('HelpRequest', {
  description: 'Somebody who answered a questionnaire without a name has said who they are, so that a person helps them. For the front door (Compass service manager) and the PSW. It does not lead to what they answered.',
  simpleResolvers: true,
})
@Directive('@key(fields: "id")')
export class HelpRequest {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Who they say they are, in their words.' })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'How they say they can be reached safely; null where they did not say.' })
  howToReach!: string | null;

  @Field(() => String, { nullable: true, description: 'What they want to be known; null where they said no more.' })
  words!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When they asked.' })
  askedAt!: Date | null;

  @Field(() => HelpRequestState, { nullable: true, description: 'Whether somebody has taken it.' })
  state!: HelpRequestState | null;

  @Field(() => DateTime, { nullable: true, description: 'When somebody took it; null until then.' })
  takenAt!: Date | null;

  @Field(() => String, { nullable: true, description: '`IN_CONTACT`, `KNOWN_ALREADY`, `REFERRED` or `NOT_FOUND`; null until it is closed.' })
  outcome!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was closed; null until then.' })
  closedAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'Changes with each change; send it back with one.' })
  version!: number | null;

  takenById!: string | null;
}
