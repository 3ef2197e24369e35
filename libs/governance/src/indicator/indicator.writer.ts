import type { CommandTransaction } from '@qaf/database';
import type { Figure, IndicatorRow } from './indicator-rows';
import { INDICATORS } from './indicator.reference';

type Writing = Pick<CommandTransaction, 'query'>;

/** Writes the indicators that can be read. What is there stays as it is. */
export async function seedIndicators(tx: { query(sql: string, params?: unknown[]): Promise<unknown> }): Promise<void> {
  const columns = 'code, title, definition, unit, direction, source, value_column, numerator_column, denominator_column, category';
  const rows = INDICATORS.map(({ valueColumn, numeratorColumn, denominatorColumn, ...rest }) => ({ ...rest, value_column: valueColumn, numerator_column: numeratorColumn, denominator_column: denominatorColumn }));
  await tx.query(`insert into indicator (${columns}) select ${columns} from jsonb_populate_recordset(null::indicator, $1::text::jsonb) on conflict (code) do nothing`, [JSON.stringify(rows)]);
}

/** Writes figures of one indicator and the areas they are of; answers how many were new and how many differed from what was held. */
export async function writeIndicatorRows(tx: Writing, indicatorId: string, rows: readonly IndicatorRow[]): Promise<{ added: number; changed: number }> {
  await writeAreas(tx, rows);
  const written = await tx.query<{ added: boolean }>(
    `insert into indicator_value as v (indicator_id, area_id, ${FIGURES.join(', ')})
     select $1::uuid, a.id, ${FIGURES.map((one) => `r.${one}`).join(', ')}
     from json_to_recordset($2::text::json) as r (area_code text, year int, value numeric, value_symbol text, numerator bigint, numerator_symbol text, denominator bigint, denominator_symbol text)
     join indicator_area a on a.code = r.area_code
     on conflict (indicator_id, area_id, year) do update set ${FIGURES.map((one) => `${one} = excluded.${one}`).join(', ')}, version = v.version + 1
       where (${FIGURES.map((one) => `v.${one}`).join(', ')}) is distinct from (${FIGURES.map((one) => `excluded.${one}`).join(', ')})
     returning v.version = 1 as added`,
    [indicatorId, JSON.stringify(rows.map(asRow))],
  );
  const added = written.filter((row) => row.added).length;
  return { added, changed: written.length - added };
}

const FIGURES = ['year', 'value', 'value_symbol', 'numerator', 'numerator_symbol', 'denominator', 'denominator_symbol'];

function asRow({ areaCode, year, value, numerator, denominator }: IndicatorRow): object {
  return { area_code: areaCode, year, ...pair('value', value), ...pair('numerator', numerator), ...pair('denominator', denominator) };
}

function pair(name: string, { value, symbol }: Figure): object {
  return { [name]: value, [`${name}_symbol`]: symbol };
}

/** An area's name is the one of the latest year. */
async function writeAreas(tx: Writing, rows: readonly IndicatorRow[]): Promise<void> {
  const latest = new Map(rows.toSorted((one, other) => one.year - other.year).map(({ areaCode, areaName, level }) => [areaCode, { code: areaCode, name: areaName, level }]));
  await tx.query(
    `insert into indicator_area as a (code, name, level) select r.code, r.name, r.level from json_to_recordset($1::text::json) as r (code text, name text, level text)
     on conflict (code) do update set name = excluded.name, version = a.version + 1 where a.name <> excluded.name`,
    [JSON.stringify([...latest.values()])],
  );
}
