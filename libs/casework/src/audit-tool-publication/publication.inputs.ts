import { ChangeInput } from '@qaf/graph';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'A version of an audit tool that audits are to be tried on.' })
export class PilotAuditToolVersionInput extends ChangeInput {
  @Field(() => ID, { description: 'The draft. It does not change from now on.' })
  toolVersionId!: string;
}

@InputType({ description: 'A version of an audit tool that audits are to be given out on.' })
export class PublishAuditToolVersionInput extends ChangeInput {
  @Field(() => ID, { description: 'The draft or the pilot. The version in use until now is retired.' })
  toolVersionId!: string;
}

@InputType({ description: 'A version of an audit tool that is no longer to be given out.' })
export class RetireAuditToolVersionInput extends ChangeInput {
  @Field(() => ID, { description: 'The version in use, or the pilot. Audits that were allocated on it go on with it.' })
  toolVersionId!: string;
}
