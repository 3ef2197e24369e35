import { GraphQLIncludeDirective, GraphQLSkipDirective, Kind, getDirectiveValues, isAbstractType, isLeafType, isListType, isNonNullType, isObjectType } from 'graphql';
import type { FragmentDefinitionNode, GraphQLObjectType, GraphQLOutputType, GraphQLSchema, SelectionNode, SelectionSetNode } from 'graphql';

/** What stands at one place of an answer, from the outside in. */
export type Wrap =
  | { kind: 'non-null'; of: Wrap; type: string }
  | { kind: 'list'; of: Wrap }
  | { kind: 'leaf' }
  | { kind: 'object'; type: GraphQLObjectType }
  | { kind: 'abstract'; possible: ReadonlyMap<string, GraphQLObjectType> };

/** One key of an object of an answer. */
export interface FieldShape {
  key: string;
  /** `Type.field`, for messages. */
  coordinate: string;
  name: string;
  wrap: Wrap;
  /** What is asked below; null for a leaf. */
  below: SelectionShape | null;
}

/** Selections that meet at one place, and the fields they come to for each type met there. */
export class SelectionShape {
  private readonly byType = new Map<string, ReadonlyMap<string, FieldShape>>();

  constructor(
    private readonly world: ShapeWorld,
    private readonly sets: readonly SelectionSetNode[],
  ) {}

  fieldsOf(type: GraphQLObjectType): ReadonlyMap<string, FieldShape> {
    let fields = this.byType.get(type.name);
    if (!fields) {
      fields = this.collect(type);
      this.byType.set(type.name, fields);
    }
    return fields;
  }

  private collect(type: GraphQLObjectType): Map<string, FieldShape> {
    const found = new Map<string, { name: string; sets: SelectionSetNode[] }>();
    for (const set of this.sets) this.gather(set, type, found, new Set());
    const fields = new Map<string, FieldShape>();
    for (const [key, { name, sets }] of found) {
      const definition = type.getFields()[name];
      const wrap: Wrap = definition ? this.world.wrapOf(definition.type) : { kind: 'leaf' };
      fields.set(key, { key, name, coordinate: `${type.name}.${name}`, wrap, below: sets.length ? new SelectionShape(this.world, sets) : null });
    }
    return fields;
  }

  private gather(set: SelectionSetNode, type: GraphQLObjectType, found: Map<string, { name: string; sets: SelectionSetNode[] }>, spread: Set<string>): void {
    for (const selection of set.selections) {
      if (!this.world.isWanted(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const entry = found.get(key) ?? { name: selection.name.value, sets: [] };
        if (selection.selectionSet) entry.sets.push(selection.selectionSet);
        found.set(key, entry);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (this.world.applies(selection.typeCondition?.name.value, type)) this.gather(selection.selectionSet, type, found, spread);
      } else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value);
        const fragment = this.world.fragments.get(selection.name.value);
        if (fragment && this.world.applies(fragment.typeCondition.name.value, type)) this.gather(fragment.selectionSet, type, found, spread);
      }
    }
  }
}

/** The schema, fragments and conditions that one operation's shapes share. */
export class ShapeWorld {
  private readonly wraps = new Map<GraphQLOutputType, Wrap>();

  constructor(
    private readonly schema: GraphQLSchema,
    readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly conditions: Record<string, unknown>,
  ) {}

  isWanted(selection: SelectionNode): boolean {
    if (!selection.directives?.length) return true;
    if (getDirectiveValues(GraphQLSkipDirective, selection, this.conditions)?.['if'] === true) return false;
    return getDirectiveValues(GraphQLIncludeDirective, selection, this.conditions)?.['if'] !== false;
  }

  applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const wanted = this.schema.getType(condition);
    return isAbstractType(wanted) && this.schema.isSubType(wanted, type);
  }

  wrapOf(type: GraphQLOutputType): Wrap {
    let wrap = this.wraps.get(type);
    if (!wrap) {
      wrap = this.makeWrap(type);
      this.wraps.set(type, wrap);
    }
    return wrap;
  }

  private makeWrap(type: GraphQLOutputType): Wrap {
    if (isNonNullType(type)) return { kind: 'non-null', of: this.wrapOf(type.ofType), type: String(type) };
    if (isListType(type)) return { kind: 'list', of: this.wrapOf(type.ofType) };
    if (isLeafType(type)) return { kind: 'leaf' };
    if (isObjectType(type)) return { kind: 'object', type };
    return { kind: 'abstract', possible: new Map(this.schema.getPossibleTypes(type).map((possible) => [possible.name, possible])) };
  }
}
