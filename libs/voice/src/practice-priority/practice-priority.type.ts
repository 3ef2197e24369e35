import { Directive, Field, ObjectType } from 'type-graphql';

@ObjectType('PracticePriority', { description: 'One of the priorities for practice of a business year.', simpleResolvers: true })
@Directive('@key(fields: "code")')
export class PracticePriority {
  @Field(() => String, { description: 'Short stable name, such as `visits`.' })
  code!: string;

  id!: string;
}

/** The key alone, as other parts of the graph complete it. */
export function priorityOf(code: string | null): PracticePriority | null {
  return code === null ? null : { id: code, code };
}
