import { listLoader, rowLoader } from '@qaf/database';
import type { Indicator, IndicatorArea, IndicatorFigure } from './indicator.type';

const COLUMNS = `i.id, i.code, i.title, i.definition, i.unit, i.direction, i.source,
  (select max(m.imported_at) from indicator_import m where m.indicator_id = i.id) as "importedAt"`;

export const indicatorById = rowLoader<Indicator>('indicator.byId', (unit, ids) => unit.query(`select ${COLUMNS} from indicator i where i.id = any($1::uuid[])`, [ids]));

export const indicatorByCode = listLoader<Indicator>('indicator.byCode', (row) => row.code ?? '', (unit, codes) =>
  unit.query(`select ${COLUMNS} from indicator i where i.code = any($1::text[])`, [codes]),
);

/** All indicators, by title. The one key is a word for all of them. */
export const allIndicators = listLoader<Indicator>('indicator.all', () => 'all', (unit) => unit.query(`select ${COLUMNS} from indicator i order by i.title, i.code`));

/** The areas that an indicator has figures for: the country, regions by name, authorities by name. */
export const areasOfIndicator = listLoader<IndicatorArea & { indicatorId: string }>('indicator.areas', (row) => row.indicatorId, (unit, ids) =>
  unit.query(
    `select a.code, a.name, a.level, v.indicator_id as "indicatorId" from (select distinct indicator_id, area_id from indicator_value where indicator_id = any($1::uuid[])) v
     join indicator_area a on a.id = v.area_id order by array_position(array['NATIONAL', 'REGIONAL', 'LOCAL_AUTHORITY'], a.level), a.name, a.code`,
    [ids],
  ),
);

/** The figures of an indicator in an area, by `<indicator id> <area code>`, oldest first. */
export const figuresOfArea = listLoader<IndicatorFigure & { key: string }>('indicator.figures', (row) => row.key, (unit, keys) =>
  unit.query(
    `select v.year, v.value::float8 as value, v.value_symbol as symbol, v.numerator::int as numerator, v.denominator::int as denominator, k.key
     from unnest($1::text[]) k (key) join indicator_area a on a.code = split_part(k.key, ' ', 2)
     join indicator_value v on v.area_id = a.id and v.indicator_id = split_part(k.key, ' ', 1)::uuid order by v.year`,
    [keys],
  ),
);
