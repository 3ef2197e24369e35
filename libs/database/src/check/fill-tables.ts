import type { Client } from 'pg';
import type { SubgraphName } from '../subgraph-name';
import { readTables, type Column, type Reference, type Table } from './table-shape';
import { valuesFor } from './value-for';

const ATTEMPTS = 25;

interface Refusal {
  code?: string;
  constraint?: string;
  column?: string;
}

/** Gives every empty table of a store a row that its constraints allow. Answers the tables for which none could be made up. */
export async function fillTables(admin: Client, schema: SubgraphName): Promise<string[]> {
  let left = await readTables(admin, schema);
  let reasons = new Map<string, string>();
  // A table waits for those it refers to; when a round brings nothing, the rest cannot be filled.
  for (let filled = true; filled && left.length > 0; ) {
    reasons = new Map();
    for (const table of left) {
      const reason = await fillTable(admin, table);
      if (reason) reasons.set(table.name, reason);
    }
    filled = reasons.size < left.length;
    left = left.filter((table) => reasons.has(table.name));
  }
  return left.map((table) => `${schema}.${table.name} has no row: ${reasons.get(table.name)}`);
}

async function fillTable(admin: Client, table: Table): Promise<string | null> {
  const { rowCount } = await admin.query(`select from ${table.path} limit 1`);
  if (rowCount !== 0) return null;
  // First a full row; then one with nothing in it that may be empty.
  return (await tryRow(admin, table, table.columns)) && (await tryRow(admin, table, table.columns.filter((column) => column.required)));
}

/** Where a check refuses the row, its columns take their next value; each may do so a few times. */
async function tryRow(admin: Client, table: Table, columns: Column[]): Promise<string | null> {
  const choices = new Map(columns.map((column) => [column.name, valuesFor(column, table.checks)]));
  for (const reference of referencesWithin(table, columns)) for (const [column, value] of referred(table, reference)) choices.set(column, [value]);
  let reason: Refusal | null = null;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    reason = await insert(admin, table, choices);
    if (reason?.code !== '23514' || !advance(choices, table, reason.constraint)) break;
  }
  return reason && [reason.code, reason.constraint ?? reason.column].filter(Boolean).join(' ');
}

function referencesWithin(table: Table, columns: Column[]): Reference[] {
  const names = new Set(columns.map((column) => column.name));
  return table.references.filter((reference) => reference.columns.some((column) => names.has(column)));
}

/** False when no column of the refusing check has another value. */
function advance(choices: Map<string, string[]>, table: Table, constraint: string | undefined): boolean {
  const columns = table.checks.find((check) => check.name === constraint)?.columns ?? [];
  const open = columns.filter((column) => (choices.get(column)?.length ?? 0) > 1);
  // The one with the most left goes on, so that columns of one check do not move in step.
  const next = open.sort((one, other) => (choices.get(other)?.length ?? 0) - (choices.get(one)?.length ?? 0))[0];
  choices.get(next ?? '')?.shift();
  return next !== undefined;
}

async function insert(admin: Client, table: Table, choices: Map<string, string[]>): Promise<Refusal | null> {
  const columns = [...choices.keys()].map((name) => `"${name}"`).join(', ');
  const values = [...choices.values()].map((list) => list[0]).join(', ');
  try {
    await admin.query(`insert into ${table.path} ${choices.size === 0 ? 'default values' : `(${columns}) values (${values})`}`);
    return null;
  } catch (error) {
    return error as Refusal;
  }
}

/** A reference to the table itself stays empty if it may; any other takes the first row there is. */
function referred(table: Table, reference: Reference): [string, string][] {
  return reference.columns.map((column, at) => [column, reference.target === table.path ? 'null' : `(select "${reference.targetColumns[at]}" from ${reference.target} limit 1)`]);
}
