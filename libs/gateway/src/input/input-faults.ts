import { GraphQLID, GraphQLString, isInputObjectType, isListType, isNonNullType } from 'graphql';
import type { GraphQLInputObjectType, GraphQLInputType, GraphQLLeafType } from 'graphql';
import { isStorable } from './storable-text';

/** What is wrong with a value, without the value: where, and what was expected there. */
export interface InputFault {
  path: (string | number)[];
  expected: string;
}

/** So many faults are told at once; more would help nobody. */
const ENOUGH = 10;

/** Checks a JSON value against an input type. Empty when it fits. */
export function inputFaults(value: unknown, type: GraphQLInputType): InputFault[] {
  const faults: InputFault[] = [];
  check(value, type, [], faults);
  return faults;
}

function check(value: unknown, type: GraphQLInputType, path: (string | number)[], faults: InputFault[]): void {
  if (faults.length >= ENOUGH) return;
  if (isNonNullType(type)) {
    if (value === null || value === undefined) faults.push({ path, expected: `a value of type "${String(type)}", and not null` });
    else check(value, type.ofType, path, faults);
  } else if (value === null || value === undefined) return;
  else if (isListType(type)) {
    if (Array.isArray(value)) value.forEach((item, index) => check(item, type.ofType, [...path, index], faults));
    else check(value, type.ofType, path, faults);
  } else if (isInputObjectType(type)) checkObject(value, type, path, faults);
  else if (!fits(value, type)) faults.push({ path, expected: `a value of type "${type.name}"` });
}

function checkObject(value: unknown, type: GraphQLInputObjectType, path: (string | number)[], faults: InputFault[]): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    faults.push({ path, expected: `an object of type "${type.name}"` });
    return;
  }
  const given = value as Record<string, unknown>;
  const fields = type.getFields();
  if (Object.keys(given).some((key) => !Object.hasOwn(fields, key))) {
    faults.push({ path, expected: `only fields that "${type.name}" has` });
  }
  if (type.isOneOf && !hasExactlyOne(given)) faults.push({ path, expected: `exactly one field of "${type.name}", and not null` });
  for (const [name, field] of Object.entries(fields)) {
    const missing = !Object.hasOwn(given, name) || given[name] === undefined;
    if (!missing) check(given[name], field.type, [...path, name], faults);
    else if (isNonNullType(field.type) && field.defaultValue === undefined) {
      faults.push({ path: [...path, name], expected: `a value of type "${String(field.type)}"` });
    }
  }
}

function hasExactlyOne(given: Record<string, unknown>): boolean {
  const values = Object.values(given);
  return values.length === 1 && values[0] !== null && values[0] !== undefined;
}

function fits(value: unknown, type: GraphQLLeafType): boolean {
  try {
    // The scalar's own words are not repeated: they may quote the value.
    const parsed: unknown = type.parseValue(value);
    if (parsed === undefined) return false;
  } catch {
    return false;
  }
  return type.name !== GraphQLString.name && type.name !== GraphQLID.name ? true : isStorable(String(value));
}
