import { createTable, dropTable, keepHistory, protect } from '@qaf/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { PLACE_COLUMNS, placeIndexes, READS_QUESTIONNAIRES, SCHEMA, SEES_CHILD } from './row-rules';

/** The national looked-after return's codes, in our words. */
const CODES: [string, string][] = [
  ['PN0', 'Under four years old when the review was held'],
  ['PN1', 'Came and spoke for themself'],
  ['PN2', 'Came; an advocate spoke for them'],
  ['PN3', 'Came and made their views known without words'],
  ['PN4', 'Came, but gave no views in any way'],
  ['PN5', 'Stayed away; asked an advocate to speak for them'],
  ['PN6', 'Stayed away; sent their views in another way'],
  ['PN7', 'Stayed away and sent no views'],
];

/** The child's views in each contact, review, conference and assessment. */
export class CreateViews1764000000004 implements MigrationInterface {
  name = 'CreateViews1764000000004';

  async up(q: QueryRunner): Promise<void> {
    await participationCodes(q);
    await viewsRecords(q);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of ['views_record', 'participation_code']) await dropTable(q, SCHEMA, table);
  }
}

/** Filled before its rows are protected: after that the owner writes nothing. */
async function participationCodes(q: QueryRunner): Promise<void> {
  await createTable(q, SCHEMA, 'participation_code', `
    code text primary key check (code ~ '^PN[0-9]$'),
    title text not null,
    source text not null,
    valid_from date not null,
    valid_to date check (valid_to > valid_from)`);
  for (const [code, title] of CODES) {
    await q.query(`insert into ${SCHEMA}.participation_code (code, title, source, valid_from) values ($1, $2, 'SSDA903', '2006-04-01')`, [
      code,
      title,
    ]);
  }
  await protect(q, SCHEMA, 'participation_code', { read: READS_QUESTIONNAIRES, write: 'false' });
}

async function viewsRecords(q: QueryRunner): Promise<void> {
  await createTable(q, SCHEMA, 'views_record', `
    id uuid primary key default gen_random_uuid(),
    child_id uuid not null,
    occasion text not null check (occasion in ('VISIT', 'LAC_REVIEW', 'CP_CONFERENCE', 'ASSESSMENT')),
    occasion_id uuid,
    on_date date not null,
    seen boolean,
    seen_alone boolean,
    participation_code text references ${SCHEMA}.participation_code,
    views text,
    influenced_plan boolean,
    ${PLACE_COLUMNS},
    source text not null check (source in ('IMPORT', 'WORKER')),
    version int not null default 1,
    constraint views_record_of_occasion unique (occasion, occasion_id),
    check (seen_alone is not true or seen is not false),
    check (influenced_plan is not true or views is not null)`);
  for (const index of placeIndexes('views_record')) await q.query(index);
  await q.query(`create index views_record_on on ${SCHEMA}.views_record (child_id, on_date, id)`);
  await protect(q, SCHEMA, 'views_record', { read: SEES_CHILD });
  await keepHistory(q, SCHEMA, 'views_record');
}
