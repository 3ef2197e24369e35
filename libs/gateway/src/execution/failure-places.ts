import { Kind } from 'graphql';
import type { DocumentNode, FieldNode, SelectionSetNode } from 'graphql';

type Path = (string | number)[];

/** A fetch of a thousand entities that fails is told at the first few. */
const MOST_PLACES = 25;

/** The fields that a fetch was to fill, as paths within its own answer; the runtime moves entity paths to where the entities stand. */
export function failurePlaces(document: DocumentNode, variables: Record<string, unknown> | undefined): Path[] {
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return [[]];
  const fields = operation.selectionSet.selections.filter((selection) => selection.kind === Kind.FIELD);
  return fields.flatMap((field) => (field.name.value === '_entities' ? entityPlaces(field, variables) : [[keyOf(field)]])).slice(0, MOST_PLACES);
}

function entityPlaces(field: FieldNode, variables: Record<string, unknown> | undefined): Path[] {
  const argument = field.arguments?.find((node) => node.name.value === 'representations')?.value;
  const given = argument?.kind === Kind.VARIABLE ? variables?.[argument.name.value] : undefined;
  const representations = Array.isArray(given) ? (given as unknown[]) : [];
  return representations.slice(0, MOST_PLACES).flatMap((representation, index) => {
    const keys = field.selectionSet ? keysFor(field.selectionSet, typeNameOf(representation)) : [];
    return keys.map((key) => [keyOf(field), index, key]);
  });
}

function keysFor(set: SelectionSetNode, typeName: string | undefined): string[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return selection.name.value === '__typename' ? [] : [keyOf(selection)];
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    const condition = selection.typeCondition?.name.value;
    return condition === undefined || condition === typeName ? keysFor(selection.selectionSet, typeName) : [];
  });
}

function typeNameOf(representation: unknown): string | undefined {
  const name: unknown = typeof representation === 'object' && representation !== null ? (representation as Record<string, unknown>)['__typename'] : undefined;
  return typeof name === 'string' ? name : undefined;
}

function keyOf(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}
