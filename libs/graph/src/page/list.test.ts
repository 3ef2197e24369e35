import type { Unit } from '@qaf/database';
import { type ListDefinition, listPage } from './list';

const LIST: ListDefinition<{ id: string }> = { name: 'things', columns: 't.id', from: 'thing t', id: 't.id', orders: { NEWEST: { terms: [{ sql: 't.on_date', type: 'date' }], descending: true } } };
const ID = '7d444840-9dc0-41d1-b245-5ffdce74fad2';

/** A unit that keeps the statement it is asked and answers rows; the list's own arithmetic is what is looked at. */
function unitWith(rows: object[]): { unit: Unit; asked: { sql: string; params: unknown[] }[] } {
  const asked: { sql: string; params: unknown[] }[] = [];
  const unit = { query: (sql: string, params: unknown[]) => (asked.push({ sql, params }), Promise.resolve(rows)), sawAll: () => undefined };
  return { unit: unit as unknown as Unit, asked };
}

const cursor = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url');
const row = (day: string) => ({ id: ID, _k0: day, _k1: ID });

describe('A page of a list', () => {
  it('asks for one row more than it gives, to know whether more follow', async () => {
    const { unit, asked } = unitWith([row('2026-03-03'), row('2026-03-02'), row('2026-03-01')]);
    const page = await listPage(unit, LIST, { page: { first: 2 }, orderBy: 'NEWEST' });
    expect(page.edges.map((edge) => edge.cursor)).toEqual([cursor('2026-03-03', ID), cursor('2026-03-02', ID)]);
    expect(page.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(asked[0]?.sql).toMatch(/order by t\.on_date desc, t\.id desc limit 3$/);
  });

  it('goes on after a cursor and back before one, in the same order', async () => {
    const after = unitWith([row('2026-03-01')]);
    await listPage(after.unit, LIST, { page: { first: 2, after: cursor('2026-03-02', ID) }, orderBy: 'NEWEST' });
    expect(after.asked[0]).toMatchObject({ sql: expect.stringContaining('(t.on_date, t.id) < ($1::date, $2::uuid)') as string, params: ['2026-03-02', ID] });
    const before = unitWith([row('2026-03-02'), row('2026-03-03'), row('2026-03-04')]);
    const page = await listPage(before.unit, LIST, { page: { last: 2, before: cursor('2026-03-01', ID) }, orderBy: 'NEWEST' });
    expect(before.asked[0]?.sql).toMatch(/\(t\.on_date, t\.id\) > .*order by t\.on_date asc, t\.id asc limit 3$/s);
    expect(page.edges.map((edge) => edge.cursor)).toEqual([cursor('2026-03-03', ID), cursor('2026-03-02', ID)]);
    expect(page.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: true });
  });

  it.each([
    ['text that is no cursor', 'nonsense'],
    ['other values', cursor('x', 'y')],
    ['a day that no calendar has', cursor('2026-02-30', ID)],
    ['too few values', cursor('2026-03-01')],
    ['numbers', cursor(1, 2)],
    ['a quote', cursor("2026-03-01'", ID)],
  ])('refuses a cursor that is %s', async (_name, after) => {
    const { unit, asked } = unitWith([]);
    await expect(listPage(unit, LIST, { page: { after }, orderBy: 'NEWEST' })).rejects.toThrow('The cursor is not one that this list gave.');
    expect(asked).toEqual([]);
  });

  it.each([[{ first: 1, last: 1 }], [{ first: 0 }], [{ last: 101 }]])('refuses %j', async (page) => {
    await expect(listPage(unitWith([]).unit, LIST, { page, orderBy: 'NEWEST' })).rejects.toThrow();
  });
});
