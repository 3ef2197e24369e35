import type { Check, Column } from './table-shape';
import { valuesFor } from './value-for';

const column = (name: string, type: string, more: Partial<Column> = {}): Column => ({ name, type, required: true, label: null, ...more });
const check = (definition: string): Check[] => [{ name: 'c', definition, columns: [] }];

test('a value that a check lists is taken', () => {
  expect(valuesFor(column('kind', 'text'), check(`CHECK ((kind = ANY (ARRAY['HOME'::text, 'SCHOOL'::text])))`))).toEqual([`'HOME'`]);
  expect(valuesFor(column('state', 'text'), check(`CHECK ((state = 'OPEN'::text))`))).toEqual([`'OPEN'`]);
  expect(valuesFor(column('scope', 'character varying'), check(`CHECK (((scope)::text = ANY ((ARRAY['self'::character varying])::text[])))`))).toEqual([`'self'`]);
});

test('what a function of the column must be is no value of the column', () => {
  expect(valuesFor(column('hash', 'text'), check('CHECK ((length(hash) = 64))'))).toContain(`repeat('0', 64)`);
  expect(valuesFor(column('answers', 'jsonb'), check(`CHECK ((jsonb_typeof(answers) = 'array'::text))`))).toEqual([`'{}'`, `'[]'`]);
});

test('a period ends after it began, and what may be empty is so at last', () => {
  const from = valuesFor(column('valid_from', 'date'), [])[0];
  const to = valuesFor(column('valid_to', 'date', { required: false }), []);
  expect([from, to[0], to.at(-1)]).toEqual([`'2018-04-03'`, `'2019-04-01'`, 'null']);
});

test('an enum gives its first label', () => expect(valuesFor(column('rag', 'rag', { label: 'RED' }), [])).toEqual([`'RED'`]));
