import { generate } from '@graphql-codegen/cli';
import { printSchema } from 'graphql';
import { apiSchemaOf } from '@qaf/gateway';

const GENERATED = 'libs/client/src/generated/';
const SCHEMA = 'libs/client/schema.graphql';

/** What front-end teams install, by path: the schema that clients see, and the types and documents made from it. */
export async function clientFiles(supergraph: string): Promise<Map<string, string>> {
  const sdl = `${printSchema(apiSchemaOf(supergraph))}\n`;
  const outputs = (await generate(
    {
      schema: sdl,
      documents: ['libs/client/src/operations/*.graphql'],
      silent: true,
      generates: {
        [GENERATED]: {
          preset: 'client',
          presetConfig: { fragmentMasking: false },
          config: { useTypeImports: true, enumsAsTypes: true, scalars: { Date: 'string', DateTime: 'string', Text: 'string', LongText: 'string', ID: 'string' } },
        },
      },
    },
    false,
  )) as { filename: string; content: string }[];
  return new Map([[SCHEMA, sdl], ...outputs.map(({ filename, content }) => [filename, content] as const)]);
}
