import { Kind, parse } from 'graphql';
import type { ConstDirectiveNode } from 'graphql';

/** The subgraphs that a supergraph is composed of, by the names that its plans use. */
export function subgraphNamesIn(supergraph: string): string[] {
  return parse(supergraph, { noLocation: true }).definitions.flatMap((node) =>
    node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'join__Graph' ? (node.values ?? []).flatMap((value) => (value.directives ?? []).flatMap(nameIn)) : [],
  );
}

function nameIn(directive: ConstDirectiveNode): string[] {
  const value = directive.arguments?.find((argument) => argument.name.value === 'name')?.value;
  return directive.name.value === 'join__graph' && value?.kind === Kind.STRING ? [value.value] : [];
}
