import { seedIndicators } from '../indicator/indicator.writer';
import { BUSINESS_YEARS, PRACTICE_PRIORITIES, PRIORITIES_SET_FOR, THEMES, THEMES_FROM } from './framework.reference';

interface Transaction {
  query(sql: string, params?: unknown[]): Promise<unknown>;
}

/**
 * Writes what the law and the framework give: business years, the five practice priorities, the first themes, the national indicators.
 * Run as the import machine or QPA. What is there already stays as it is, so running it again changes nothing.
 */
export async function seedGovernance(tx: Transaction): Promise<void> {
  await insert(tx, 'business_year (code, starts_on, ends_before)', '(code text, starts_on date, ends_before date)', BUSINESS_YEARS.map((year) => ({ code: year.code, starts_on: year.startsOn, ends_before: year.endsBefore })));
  await insert(
    tx,
    'practice_priority (code, title, description, business_year_code, position)',
    '(code text, title text, description text, business_year_code text, position int)',
    PRACTICE_PRIORITIES.map((priority, index) => ({ ...priority, business_year_code: PRIORITIES_SET_FOR, position: index + 1 })),
  );
  await insert(tx, 'theme (code, title, description, valid_from)', '(code text, title text, description text, valid_from date)', THEMES.map((theme) => ({ ...theme, valid_from: THEMES_FROM })));
  await seedIndicators(tx);
}

async function insert(tx: Transaction, target: string, shape: string, rows: object[]): Promise<void> {
  const columns = target.slice(target.indexOf('(') + 1, -1);
  await tx.query(`insert into ${target} select ${columns} from json_to_recordset($1::text::json) as r ${shape} on conflict (code) do nothing`, [JSON.stringify(rows)]);
}
