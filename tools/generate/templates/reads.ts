import type { SliceContext } from '../slice-files';

/** The type, the queries and the resolver. */
export function readFiles({ names }: SliceContext): Record<string, string> {
  const { kebab, pascal, camel, plural, constant, snake, words, manyWords } = names;
  const initial = snake[0] as string;
  return {
    [`${kebab}/${kebab}.type.ts`]: `import { LocalDate, LongText, Text } from '@qaf/graph';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('${pascal}', {
  description: 'One ${words}. Seen by whoever recorded it, those who lead its team, and quality; for everyone else it does not exist.',
  simpleResolvers: true,
})
@Directive('@key(fields: "id")')
export class ${pascal} {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => Text, { nullable: true, description: 'What it is, in a line.' })
  title!: string | null;

  @Field(() => LongText, { nullable: true, description: 'More about it; null when there is no more. Free text.' })
  detail!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day it was recorded.' })
  recordedOn!: string | null;

  @Field(() => Int, { nullable: true, description: 'Changes with each change; send it back when changing it.' })
  version!: number | null;
}
`,
    [`${kebab}/${kebab}.queries.ts`]: `import { rowLoader } from '@qaf/database';
import type { ListDefinition } from '@qaf/graph';
import type { ${pascal} } from './${kebab}.type';

const COLUMNS = \`${initial}.id, ${initial}.title, ${initial}.detail, ${initial}.recorded_on as "recordedOn", ${initial}.version\`;

export const ${camel}ById = rowLoader<${pascal}>(
  '${camel}.byId',
  (unit, ids) => unit.query(\`select \${COLUMNS} from ${snake} ${initial} where ${initial}.id = any($1::uuid[])\`, [ids]),
  { entity: '${pascal}' },
);

export const ${constant}: ListDefinition<${pascal}> = {
  name: '${plural}',
  columns: COLUMNS,
  from: '${snake} ${initial}',
  id: '${initial}.id',
  orders: { NEWEST: { terms: [{ sql: '${initial}.recorded_on', type: 'date' }], descending: true } },
  entity: '${pascal}',
};
`,
    [`${kebab}/${kebab}.resolver.ts`]: `import { command, connectionOf, Does, type GraphContext, listPage, type Page, PageArgs, uuidOf } from '@qaf/graph';
import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Correct${pascal}Input, Record${pascal}Input } from './${kebab}.inputs';
import { ${camel}ById, ${constant} } from './${kebab}.queries';
import { Correct${pascal}Result, Record${pascal}Result } from './${kebab}.results';
import { correct${pascal}, record${pascal} } from './${kebab}.service';
import { ${pascal} } from './${kebab}.type';

const ${pascal}Connection = connectionOf(() => ${pascal}, '${pascal}', '${manyWords}');

@Resolver(() => ${pascal})
export class ${pascal}Resolver {
  @Query(() => ${pascal}Connection, { description: 'The ${manyWords} that the caller may see, the latest first.' })
  @Does('${kebab}.read')
  async ${plural}(@Ctx() { unit }: GraphContext, @Args(() => PageArgs) page: PageArgs): Promise<Page<${pascal}>> {
    return listPage(unit, ${constant}, { page, orderBy: 'NEWEST' });
  }

  @Query(() => ${pascal}, { nullable: true, description: 'One ${words}, or null.' })
  @Does('${kebab}.read')
  async ${camel}(@Ctx() { unit }: GraphContext, @Arg('id', () => ID, { description: 'The id of the ${words}.' }) id: string): Promise<${pascal} | null> {
    const uuid = uuidOf('${pascal}', id);
    return uuid ? unit.load(${camel}ById, uuid) : null;
  }

  @Mutation(() => Record${pascal}Result, { description: 'Records a ${words}.' })
  @Does('${kebab}.record')
  async record${pascal}(@Ctx() context: GraphContext, @Arg('input', () => Record${pascal}Input, { description: 'What to record.' }) input: Record${pascal}Input): Promise<object> {
    return command(context, 'record${pascal}', input, (tx) => record${pascal}(tx, input, context.now));
  }

  @Mutation(() => Correct${pascal}Result, { description: 'Corrects a ${words}; what stood there before is kept in its history.' })
  @Does('${kebab}.record')
  async correct${pascal}(@Ctx() context: GraphContext, @Arg('input', () => Correct${pascal}Input, { description: 'The correction.' }) input: Correct${pascal}Input): Promise<object> {
    return command(context, 'correct${pascal}', input, (tx) => correct${pascal}(tx, input));
  }
}
`,
    [`${kebab}/${kebab}.slice.ts`]: `import type { Slice } from '@qaf/graph';
import { ${pascal}Row } from './${kebab}.entity';
import { ${camel}ById } from './${kebab}.queries';
import { ${pascal}Resolver } from './${kebab}.resolver';
import { Correct${pascal}SuccessResolver, Record${pascal}SuccessResolver } from './${kebab}-success.resolver';

export const ${camel}Slice: Slice = {
  resolvers: [${pascal}Resolver, Record${pascal}SuccessResolver, Correct${pascal}SuccessResolver],
  references: { ${pascal}: (unit, id) => unit.load(${camel}ById, id) },
  entities: [${pascal}Row],
  onRecord: { personal: ['${pascal}'] },
};
`,
  };
}
