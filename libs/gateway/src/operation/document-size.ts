import { Kind } from 'graphql';
import type { DocumentNode, FragmentDefinitionNode, GraphQLError, SelectionNode, SelectionSetNode } from 'graphql';
import { coded } from '../errors/codes';
import { LIMITS } from './limits';

interface Size {
  fields: number;
  depth: number;
  nesting: number;
  aliases: number;
  directives: number;
  /** Fields of this set itself, those of its fragments among them. */
  roots: number;
}

const WORDS: [keyof Size & keyof typeof LIMITS, string][] = [
  ['fields', 'asks for more than $ fields'],
  ['depth', 'is nested more than $ deep'],
  ['nesting', 'has more than $ selections within each other'],
  ['aliases', 'renames more than $ fields'],
  ['directives', 'has more than $ directives'],
  ['roots', 'asks for more than $ fields at its root'],
];

/**
 * Refuses a document that is too large once its fragments are written out. Each fragment is measured once, so that
 * what unfolds a million times costs no more to measure than what is written. A cycle ends where it closes; validation refuses it.
 */
export function sizeErrors(document: DocumentNode): GraphQLError[] {
  const measure = new Measure(document);
  for (const node of document.definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue;
    const size = measure.ofSet(node.selectionSet);
    size.directives += (node.directives?.length ?? 0) + (node.variableDefinitions ?? []).reduce((sum, variable) => sum + (variable.directives?.length ?? 0), 0);
    const excess = WORDS.find(([part]) => size[part] > LIMITS[part]);
    if (excess) return [coded('TOO_EXPENSIVE', `The document ${excess[1].replace('$', String(LIMITS[excess[0]]))}.`, { status: 400 })];
  }
  return [];
}

class Measure {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly measured = new Map<string, Size>();

  constructor(document: DocumentNode) {
    for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(node.name.value, node);
  }

  ofSet(set: SelectionSetNode): Size {
    const total = nothing();
    for (const selection of set.selections) add(total, selection, this.below(selection));
    total.nesting += 1;
    return total;
  }

  private below(selection: SelectionNode): Size {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.ofFragment(selection.name.value);
    return selection.selectionSet ? this.ofSet(selection.selectionSet) : nothing();
  }

  private ofFragment(name: string): Size {
    const known = this.measured.get(name);
    if (known) return known;
    this.measured.set(name, nothing());
    const fragment = this.fragments.get(name);
    const size = fragment ? this.ofSet(fragment.selectionSet) : nothing();
    size.directives += fragment?.directives?.length ?? 0;
    this.measured.set(name, size);
    return size;
  }
}

const nothing = (): Size => ({ fields: 0, depth: 0, nesting: 0, aliases: 0, directives: 0, roots: 0 });

function add(total: Size, selection: SelectionNode, below: Size): void {
  const field = selection.kind === Kind.FIELD;
  total.fields += below.fields + (field ? 1 : 0);
  total.depth = Math.max(total.depth, below.depth + (field ? 1 : 0));
  total.nesting = Math.max(total.nesting, below.nesting);
  total.aliases += below.aliases + (field && selection.alias ? 1 : 0);
  total.directives += below.directives + (selection.directives?.length ?? 0);
  total.roots += field ? 1 : below.roots;
}
