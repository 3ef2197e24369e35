import { CLASSES, coveredBy, type FieldClass, FIELDS, type FieldRule, type Role, rolesCovered, sees, type Viewer } from '@qaf/identity';
import { defaultFieldResolver, type GraphQLField, type GraphQLNamedType, type GraphQLObjectType, type GraphQLSchema, getNamedType, isAbstractType, isEnumType, isInputObjectType, isInterfaceType, isNonNullType, isObjectType, isUnionType } from 'graphql';
import type { GraphContext } from '../context';
import { forbidden } from '../errors';

const ROOTS = ['Query', 'Mutation'];
const SHARED = ['PageInfo', '_Service'];
const KEYS = ['id', 'ref', 'code'];

/** The roles that may ask a root field at all; `null` for anyone. */
export type RolesOfRoot = (root: string, field: string) => readonly Role[] | null;

/**
 * Lets each field be seen by the roles of its class alone, as `FIELDS` says: to others it is null. A field is looked at
 * only where fewer see it than what it hangs on, so that a list costs nothing for each row. Throws, naming them, on types
 * that have no line in the table, and on fields that would have to be hidden and cannot be null.
 */
export function showFields(subgraph: string, schema: GraphQLSchema, rolesOfRoot: RolesOfRoot): void {
  const faults = undeclared(schema);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('_') || SHARED.includes(type.name)) continue;
    const rule = isOutcome(schema, type) ? null : ruleOf(schema, type);
    for (const field of Object.values(type.getFields())) {
      // What the router asks of a part: each entity is looked at by its type.
      if (field.name.startsWith('_')) continue;
      const around = ROOTS.includes(type.name) ? rolesOfRoot(type.name, field.name) : rule ? CLASSES[rule.class] : null;
      const needed = classesNeeded(schema, field, rule).filter((one) => !rolesCovered(around, one));
      if (needed.length > 0 && isNonNullType(field.type)) faults.push(`${type.name}.${field.name} is for fewer than what it hangs on, and cannot be null`);
      if (needed.length > 0) hide(field, needed);
      refuseHiddenArguments(field);
    }
  }
  if (faults.length > 0) throw new Error(`${subgraph}: who sees what is not said: ${faults.join('; ')}.`);
}

/** Whether the viewer's roles may see things of a type at all, whatever way leads to them. */
export function seesType(viewer: Viewer, type: string): boolean {
  const rule = FIELDS[type];
  return rule !== undefined && sees(viewer, rule.class);
}

function undeclared(schema: GraphQLSchema): string[] {
  const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('_'));
  return types.filter((type) => needsLine(schema, type) && !FIELDS[type.name]).map((type) => `${type.name} has no line in the table of fields`);
}

function needsLine(schema: GraphQLSchema, type: GraphQLNamedType): boolean {
  if (isInputObjectType(type)) return type.name.endsWith('Filter');
  if (isEnumType(type)) return type.name.endsWith('Order');
  return isObjectType(type) && ![...ROOTS, ...SHARED].includes(type.name) && !isOutcome(schema, type) && listed(type) === null;
}

/** What a mutation answers: its success or a problem. The act decided who reads it. */
function isOutcome(schema: GraphQLSchema, type: GraphQLObjectType): boolean {
  if (type.getInterfaces().some((one) => one.name === 'Problem')) return true;
  const results = Object.values(schema.getMutationType()?.getFields() ?? {}).map((field) => getNamedType(field.type));
  return results.some((result) => isUnionType(result) && result.getTypes().includes(type));
}

/** The type whose rows a connection or an edge holds. */
function listed(type: GraphQLObjectType): GraphQLNamedType | null {
  const fields = type.getFields();
  if (fields['edges'] && fields['pageInfo']) return listed(getNamedType(fields['edges'].type) as GraphQLObjectType);
  return fields['node'] && fields['cursor'] ? getNamedType(fields['node'].type) : null;
}

function ruleOf(schema: GraphQLSchema, type: GraphQLNamedType): FieldRule | null {
  const rows = isObjectType(type) ? listed(type) : null;
  if (rows) return { class: ruleOf(schema, rows)?.class ?? 'public', but: {} };
  return FIELDS[type.name] ?? null;
}

/** The field's own class and those of what it leads to. */
function classesNeeded(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>, rule: FieldRule | null): FieldClass[] {
  const own = (rule && !KEYS.includes(field.name) && rule.but[field.name]) || null;
  const target = getNamedType(field.type);
  const leadsTo = isAbstractType(target) && !isInterfaceType(target) ? target.getTypes().filter((one) => !isOutcome(schema, one)) : isObjectType(target) && !isOutcome(schema, target) ? [target] : [];
  const classes = leadsTo.map((one) => ruleOf(schema, one)?.class).filter((one) => one !== undefined);
  return [...new Set([...(own ? [own] : []), ...classes])];
}

function hide(field: GraphQLField<unknown, GraphContext>, needed: readonly FieldClass[]): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (row, args, context, info) => (needed.every((one) => sees(context.viewer, one)) ? (resolve(row, args, context, info) as unknown) : null);
}

/** What one may not see one may not search or order by: it would tell. */
function refuseHiddenArguments(field: GraphQLField<unknown, GraphContext>): void {
  const guarded = field.args.flatMap(({ name, type }) => {
    const rule = FIELDS[getNamedType(type).name];
    const narrower = Object.entries(rule?.but ?? {}).filter(([, one]) => rule && !coveredBy(rule.class, one));
    return narrower.length > 0 ? [{ name, narrower }] : [];
  });
  if (guarded.length === 0) return;
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (row, args: Record<string, unknown>, context, info) => {
    for (const { name, narrower } of guarded) {
      for (const [what, one] of narrower) if (asksFor(args[name], what) && !sees(context.viewer, one)) throw forbidden();
    }
    return resolve(row, args, context, info) as unknown;
  };
}

function asksFor(value: unknown, what: string): boolean {
  if (typeof value === 'string') return value === what;
  return typeof value === 'object' && value !== null && (value as Record<string, unknown>)[what] != null;
}
