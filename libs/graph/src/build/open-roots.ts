import { getNullableType, type GraphQLSchema } from 'graphql';

/**
 * Lets each field of a root fail for itself. As declared, one refusal would empty all that was asked with it,
 * and a change that was made would look as if it had not been. Clients see the roots so too.
 */
export function openRoots(schema: GraphQLSchema): void {
  for (const root of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      // Federation's own fields stay as its specification has them.
      if (!field.name.startsWith('_')) field.type = getNullableType(field.type);
    }
  }
}
