import { Kind, SchemaMetaFieldDef, TypeMetaFieldDef, getNamedType, getNullableType, isCompositeType, isListType, isInterfaceType, isObjectType } from 'graphql';
import type { FieldNode, FragmentDefinitionNode, GraphQLCompositeType, GraphQLField, GraphQLSchema, SelectionSetNode } from 'graphql';
import { LIMITS } from './limits';
import { pageOf, pageArguments } from './page-size';
import type { PageFault } from './page-size';

/** A list that takes no page size is taken for this long. */
const ASSUMED_ROWS = 10;

export interface AnswerCost {
  /** How many values the answer could hold if every list were full. */
  cost: number;
  /** Page sizes that no list takes. */
  faults: PageFault[];
}

/** Works out what an operation could come to: a list multiplies all that is below it by its page, lists in lists by each other. */
export class CostMeter {
  private readonly fragmentCosts = new Map<string, number>();
  private readonly faults = new Map<FieldNode, PageFault>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly variables: Record<string, unknown>,
  ) {}

  measure(set: SelectionSetNode, root: GraphQLCompositeType): AnswerCost {
    const cost = this.ofSet(set, root, null);
    return { cost, faults: [...this.faults.values()] };
  }

  /** `rows` is the page of the connection that the set stands in. */
  private ofSet(set: SelectionSetNode, type: GraphQLCompositeType, rows: number | null): number {
    let total = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) total += this.ofField(selection, type, rows);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) total += this.ofFragment(selection.name.value, rows);
      else total += this.ofSet(selection.selectionSet, this.narrowed(selection.typeCondition?.name.value, type), rows);
    }
    // Large enough to be refused, small enough to stay a number.
    return Math.min(total, LIMITS.cost * 1_000);
  }

  private ofField(node: FieldNode, type: GraphQLCompositeType, rows: number | null): number {
    const field = fieldOf(type, node.name.value);
    if (!field) return 1;
    const below = getNamedType(field.type);
    const list = isListType(getNullableType(field.type));
    const page = pageArguments(field).length > 0 ? this.page(node, field) : null;
    const inside = node.selectionSet && isCompositeType(below) ? this.ofSet(node.selectionSet, below, list ? null : page) : 0;
    return (list ? (page ?? rows ?? ASSUMED_ROWS) : 1) * (1 + inside);
  }

  private page(node: FieldNode, field: GraphQLField<unknown, unknown>): number {
    const { size, fault } = pageOf(node, field, this.variables);
    if (fault) this.faults.set(node, fault);
    return size;
  }

  private ofFragment(name: string, rows: number | null): number {
    const key = `${name} ${rows}`;
    const known = this.fragmentCosts.get(key);
    if (known !== undefined) return known;
    const fragment = this.fragments.get(name);
    const type = fragment && this.schema.getType(fragment.typeCondition.name.value);
    const cost = fragment && isCompositeType(type) ? this.ofSet(fragment.selectionSet, type, rows) : 0;
    this.fragmentCosts.set(key, cost);
    return cost;
  }

  private narrowed(name: string | undefined, type: GraphQLCompositeType): GraphQLCompositeType {
    const narrower = name === undefined ? type : this.schema.getType(name);
    return isCompositeType(narrower) ? narrower : type;
  }
}

function fieldOf(type: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
  if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
  if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}
