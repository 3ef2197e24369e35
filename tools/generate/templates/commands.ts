import type { SliceContext } from '../slice-files';

/** Inputs, problems, results and the commands themselves. */
export function commandFiles({ names }: SliceContext): Record<string, string> {
  const { kebab, pascal, camel, words } = names;
  return {
    [`${kebab}/${kebab}.inputs.ts`]: `import { ChangeInput, CommandInput, LongText, Text } from '@qaf/graph';
import { MinLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'A ${words} to record.' })
export class Record${pascal}Input extends CommandInput {
  @Field(() => Text, { description: 'What it is, in a line; not empty.' })
  @MinLength(1, { message: 'title must not be empty' })
  title!: string;

  @Field(() => LongText, { nullable: true, description: 'More about it.' })
  detail?: string;
}

@InputType({ description: 'A correction to a ${words}.' })
export class Correct${pascal}Input extends ChangeInput {
  @Field(() => ID, { description: 'The ${words} to correct.' })
  ${camel}Id!: string;

  @Field(() => Text, { description: 'What it is, in a line; not empty.' })
  @MinLength(1, { message: 'title must not be empty' })
  title!: string;

  @Field(() => LongText, { nullable: true, description: 'More about it; left out, there is no more.' })
  detail?: string;
}
`,
    [`${kebab}/${kebab}.problems.ts`]: `import { Problem, VersionStale } from '@qaf/graph';
import { ObjectType } from 'type-graphql';

@ObjectType('${pascal}VersionStale', { implements: Problem, description: 'Somebody changed it since the caller read it.', simpleResolvers: true })
export class ${pascal}VersionStale extends VersionStale {}
`,
    [`${kebab}/${kebab}.results.ts`]: `import { resultOf } from '@qaf/graph';
import { ObjectType } from 'type-graphql';
import { ${pascal}VersionStale } from './${kebab}.problems';

@ObjectType('Record${pascal}Success', { description: 'It is recorded.', simpleResolvers: true })
export class Record${pascal}Success {
  ${camel}Id!: string;
}

@ObjectType('Correct${pascal}Success', { description: 'It is corrected.', simpleResolvers: true })
export class Correct${pascal}Success {
  ${camel}Id!: string;
}

export const Record${pascal}Result = resultOf('Record${pascal}Result', Record${pascal}Success);
export const Correct${pascal}Result = resultOf('Correct${pascal}Result', Correct${pascal}Success, [${pascal}VersionStale]);
`,
    [`${kebab}/${kebab}-success.resolver.ts`]: `import type { GraphContext } from '@qaf/graph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ${camel}ById } from './${kebab}.queries';
import { Correct${pascal}Success, Record${pascal}Success } from './${kebab}.results';
import { ${pascal} } from './${kebab}.type';

const READ = { nullable: true, description: 'It as it stands now.' } as const;

@Resolver(() => Record${pascal}Success)
export class Record${pascal}SuccessResolver {
  @FieldResolver(() => ${pascal}, READ)
  async ${camel}(@Root() success: Record${pascal}Success, @Ctx() { unit }: GraphContext): Promise<${pascal} | null> {
    return unit.load(${camel}ById, success.${camel}Id);
  }
}

@Resolver(() => Correct${pascal}Success)
export class Correct${pascal}SuccessResolver {
  @FieldResolver(() => ${pascal}, READ)
  async ${camel}(@Root() success: Correct${pascal}Success, @Ctx() { unit }: GraphContext): Promise<${pascal} | null> {
    return unit.load(${camel}ById, success.${camel}Id);
  }
}
`,
    [`${kebab}/${kebab}.service.ts`]: `import { randomUUID } from 'node:crypto';
import { todayInLondon } from '@qaf/calendar';
import type { CommandTransaction } from '@qaf/database';
import { mustBeCurrent, notFound, type Success, uuidOf } from '@qaf/graph';
import { ${pascal}Row } from './${kebab}.entity';
import type { Correct${pascal}Input, Record${pascal}Input } from './${kebab}.inputs';

/** Records a ${words} for the team that the viewer belongs to. */
export async function record${pascal}(tx: CommandTransaction, input: Record${pascal}Input, now: Date): Promise<Success> {
  const id = randomUUID();
  const { personId, ownTeams } = tx.viewer;
  await tx.manager.insert(${pascal}Row, {
    id, title: input.title, detail: input.detail ?? null, recordedOn: todayInLondon(now), recordedBy: personId, teamId: ownTeams[0] ?? null, version: 1,
  });
  tx.changed('${pascal}', [id], 'record${pascal}');
  return { __typename: 'Record${pascal}Success', ${camel}Id: id };
}

/** Corrects a ${words}; its history keeps what stood there. */
export async function correct${pascal}(tx: CommandTransaction, input: Correct${pascal}Input): Promise<Success> {
  const id = uuidOf('${pascal}', input.${camel}Id);
  const row = id ? await tx.manager.findOne(${pascal}Row, { where: { id }, lock: { mode: 'pessimistic_write' } }) : null;
  if (!row) throw notFound(['${camel}Id'], '${words}');
  mustBeCurrent('${pascal}', row.version, input.version);
  await tx.manager.update(${pascal}Row, { id: row.id }, { title: input.title, detail: input.detail ?? null, version: row.version + 1 });
  tx.changed('${pascal}', [row.id], 'correct${pascal}');
  return { __typename: 'Correct${pascal}Success', ${camel}Id: row.id };
}
`,
  };
}
