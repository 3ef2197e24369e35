import { isRealDate } from '@qaf/calendar';
import type { LoaderDefinition, Unit } from '@qaf/database';
import type { Viewer } from '@qaf/identity';
import { refusal } from '../scalars';
import type { Page, PageArgs } from './connection';
import { numbered, Where } from './where';

/** One column to order by: an expression that is never null, and its SQL type. */
export interface OrderTerm {
  sql: string;
  type: 'date' | 'timestamptz' | 'text' | 'integer' | 'uuid' | 'bigint';
}

export interface Order {
  terms: OrderTerm[];
  descending?: boolean;
}

/** How a list is read: written once, used for the root list and for the list under each parent. */
export interface ListDefinition<Row extends { id: string }> {
  name: string;
  /** Select list, giving `id` among others. */
  columns: string;
  /** From clause; its first table's alias is used by `id` and `parents`. */
  from: string;
  id: string;
  orders: Record<string, Order>;
  /** Columns that a parent's id is compared with, by the parent's name. */
  parents?: Record<string, string>;
  /**
   * A condition on `from` that holds for every row that somebody may see whom `unless` does not know for one who sees many,
   * each arm of it by an index. Their few rows are found by it first, without a walk along the whole list in its order; what is
   * seen, the row rules decide.
   */
  near?: { from: string; sql: string; unless: (viewer: Viewer) => boolean };
  /** Puts the rows on the access record under this name. */
  entity?: string;
  readonly _row?: Row;
}

export interface ListRequest {
  where?: Where;
  orderBy: string;
  page: PageArgs;
}

const DEFAULT_SIZE = 25;
const LARGEST = 100;

interface Window {
  size: number;
  backward: boolean;
  after: string[] | null;
  before: string[] | null;
}

/** One page of a list, in the order asked, the id last. */
export async function listPage<Row extends { id: string }>(unit: Unit, list: ListDefinition<Row>, request: ListRequest): Promise<Page<Row>> {
  const order = orderOf(list, request.orderBy);
  const window = windowOf(request.page, order);
  const params: unknown[] = [];
  const near = nearOf(unit, list);
  const rows = await unit.query<Row & Keys>(pageSql(list, order, window, request.where, params, near), params);
  return pageOf(unit, list, rows, window, order, () => countAll(unit, list, request.where, near));
}

/** One page of the rows under a parent; the pages of all parents of a fetch are one statement. */
export async function listUnder<Row extends { id: string }>(
  unit: Unit,
  list: ListDefinition<Row>,
  parent: string,
  parentId: string,
  request: ListRequest,
): Promise<Page<Row>> {
  const order = orderOf(list, request.orderBy);
  const window = windowOf(request.page, order);
  const rows = await unit.load(under(list, parent, request, order, window), parentId);
  return pageOf(unit, list, rows as (Row & Keys)[], window, order, () => unit.load(countUnder(list, parent, request), parentId));
}

function nearOf(unit: Unit, { id, near }: ListDefinition<{ id: string }>): string {
  return near && !near.unless(unit.viewer) ? `${id} = any(array(select ${id} from ${near.from} where ${near.sql}))` : 'true';
}

type Keys = Record<`_k${number}`, string> & { _parent?: string };

function orderOf(list: { name: string; orders: Record<string, Order> }, name: string): Order {
  const order = list.orders[name];
  if (!order) throw new Error(`The list ${list.name} has no order ${name}.`);
  return order;
}

function windowOf(page: PageArgs, order: Order): Window {
  if (page.first != null && page.last != null) throw refusal('Give first or last, not both.');
  const size = page.first ?? page.last ?? DEFAULT_SIZE;
  if (size < 1 || size > LARGEST) throw refusal('A page has from 1 to 100 rows.');
  return { size, backward: page.last != null, after: cursorValues(page.after, order), before: cursorValues(page.before, order) };
}

function cursorValues(cursor: string | null | undefined, order: Order): string[] | null {
  if (cursor === null || cursor === undefined) return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const types = [...order.terms.map((term) => term.type), 'uuid' as const];
    if (Array.isArray(values) && values.length === types.length && types.every((type, index) => fits(type, values[index]))) return values as string[];
  } catch {
    // Falls through to the refusal.
  }
  throw refusal('The cursor is not one that this list gave.');
}

const SHAPES: Record<OrderTerm['type'], RegExp> = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  timestamptz: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?[+-]\d{2}(:\d{2})?$/,
  text: /^[^\0]{0,500}$/s,
  integer: /^-?\d{1,9}$/,
  bigint: /^-?\d{1,18}$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
};

/** Whether a value could have come from this list: anything else would only fail in the database. */
function fits(type: OrderTerm['type'], value: unknown): boolean {
  if (typeof value !== 'string' || !value.isWellFormed() || !SHAPES[type].test(value)) return false;
  return !(type === 'date' || type === 'timestamptz') || isRealDate(value.slice(0, 10));
}

function cursorOf(row: Keys, order: Order): string {
  const values = Array.from({ length: order.terms.length + 1 }, (_, index) => row[`_k${index}`]);
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

function keyset(list: ListDefinition<{ id: string }>, order: Order, window: Window, params: unknown[]): string {
  const terms = [...order.terms, { sql: list.id, type: 'uuid' as const }];
  const left = terms.map((term) => term.sql).join(', ');
  const right = terms.map((term) => `?::${term.type}`).join(', ');
  const beyond = (values: string[] | null, forward: boolean) =>
    values ? `(${left}) ${forward === !order.descending ? '>' : '<'} (${numbered(right, values, params)})` : 'true';
  return `${beyond(window.after, true)} and ${beyond(window.before, false)}`;
}

function pageSql(list: ListDefinition<{ id: string }>, order: Order, window: Window, where: Where | undefined, params: unknown[], fixed = 'true'): string {
  const terms = [...order.terms, { sql: list.id, type: 'uuid' }];
  const direction = (order.descending ?? false) !== window.backward ? 'desc' : 'asc';
  const keys = terms.map((term, index) => `(${term.sql})::text as "_k${index}"`).join(', ');
  return `select ${list.columns}, ${keys} from ${list.from}
    where ${fixed} and ${(where ?? new Where()).write(params)} and ${keyset(list, order, window, params)}
    order by ${terms.map((term) => `${term.sql} ${direction}`).join(', ')} limit ${window.size + 1}`;
}

function pageOf<Row extends { id: string }>(
  unit: Unit,
  list: ListDefinition<Row>,
  found: (Row & Keys)[],
  window: Window,
  order: Order,
  totalCount: () => Promise<number>,
): Page<Row> {
  const more = found.length > window.size;
  const rows = found.slice(0, window.size);
  if (window.backward) rows.reverse();
  if (list.entity) unit.sawAll(list.entity, rows);
  const edges = rows.map((row) => ({ node: row as Row, cursor: cursorOf(row, order) }));
  const pageInfo = {
    hasNextPage: window.backward ? window.before !== null : more,
    hasPreviousPage: window.backward ? more : window.after !== null,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
  return { edges, pageInfo, totalCount };
}

async function countAll(unit: Unit, list: ListDefinition<{ id: string }>, where: Where | undefined, near: string): Promise<number> {
  const params: unknown[] = [];
  const [row] = await unit.query<{ n: number }>(`select count(*) as n from ${list.from} where ${near} and ${(where ?? new Where()).write(params)}`, params);
  return row?.n ?? 0;
}

// A loader is an identity for DataLoader, so the same question must give the same object; the memory is bounded.
const remembered = new Map<string, unknown>();

function remember<T>(key: string, make: () => T): T {
  const known = remembered.get(key) as T | undefined;
  if (known) return known;
  if (remembered.size >= 2_000) remembered.clear();
  const made = make();
  remembered.set(key, made);
  return made;
}

function parentColumn(list: ListDefinition<{ id: string }>, parent: string): string {
  const column = list.parents?.[parent];
  if (!column) throw new Error(`The list ${list.name} hangs under no ${parent}.`);
  return column;
}

function under<Row extends { id: string }>(list: ListDefinition<Row>, parent: string, request: ListRequest, order: Order, window: Window): LoaderDefinition<string, Row[]> {
  const key = JSON.stringify([list.name, parent, request.orderBy, window, request.where?.key()]);
  return remember(key, () => ({
    name: key,
    batch: async (unit: Unit, ids: readonly string[]) => {
      const params: unknown[] = [ids];
      const inner = pageSql(list, order, window, request.where, params, `${parentColumn(list, parent)} = p.parent_id`);
      const rows = await unit.query<Row & Keys>(
        `select r.*, p.parent_id as "_parent" from unnest($1::uuid[]) with ordinality as p(parent_id, place) cross join lateral (${inner}) r order by p.place`,
        params,
      );
      return grouped(ids, rows, (row) => row._parent ?? '');
    },
  }));
}

function countUnder(list: ListDefinition<{ id: string }>, parent: string, request: ListRequest): LoaderDefinition<string, number> {
  const key = JSON.stringify(['count', list.name, parent, request.where?.key()]);
  return remember(key, () => ({
    name: key,
    batch: async (unit: Unit, ids: readonly string[]) => {
      const params: unknown[] = [ids];
      const column = parentColumn(list, parent);
      const rows = await unit.query<{ parent: string; n: number }>(
        `select ${column} as parent, count(*) as n from ${list.from} where ${column} = any($1::uuid[]) and ${(request.where ?? new Where()).write(params)} group by 1`,
        params,
      );
      const counts = new Map(rows.map((row) => [row.parent, row.n]));
      return ids.map((id) => counts.get(id) ?? 0);
    },
  }));
}

function grouped<Row>(ids: readonly string[], rows: Row[], parentOf: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>(ids.map((id) => [id, []]));
  for (const row of rows) groups.get(parentOf(row))?.push(row);
  return ids.map((id) => groups.get(id) ?? []);
}
