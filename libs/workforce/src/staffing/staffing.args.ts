import { LocalDate, Text } from '@qaf/graph';
import { ArgsType, Field } from 'type-graphql';

/** Which period and posts are measured. */
@ArgsType()
export class StaffingArgs {
  @Field(() => LocalDate, { nullable: true, description: 'The first day of the period. Left out with `before`: the return’s last whole year, from 1 October to 30 September.' })
  from?: string;

  @Field(() => LocalDate, { nullable: true, description: 'The day after the period’s last; stocks are counted on the day before it, or today where the period still runs. Ten years after `from` at most.' })
  before?: string;

  @Field(() => Text, { nullable: true, description: 'Posts of one role alone, by its code of kind `RETURN_ROLE`.' })
  roleCode?: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether posts that the return leaves out, those that are no social worker’s, count too.' })
  everyPost!: boolean;
}
