import { createTable, dropTables, loginRole, protect } from '@qaf/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { READS_QUESTIONNAIRES, SCHEMA } from './row-rules';

const LOGIN = loginRole(SCHEMA);
const REPORT = `(select viewer_holds('machine_report'))`;
const MODERATOR = `(select viewer_holds('survey_moderator'))`;
const PERIOD = String.raw`~ '^\d{4}-\d{2} Q[1-4]$'`;
/** What the machine reads of a questionnaire; its parts follow the version. */
const READ = ['questionnaire', 'questionnaire_version'];
const TABLES = ['withheld_comment', 'released_comment', 'waiting_comment', 'answer_batch_group', 'released_answer', 'answer_batch', 'answer_batch_rule'];

/** Waiting answers come out in shuffled batches of enough; own words apart from the ratings, until a moderator lets them out. */
export class ReleaseAnswers1795110000000 implements MigrationInterface {
  name = 'ReleaseAnswers1795110000000';

  async up(q: QueryRunner): Promise<void> {
    await keptAttributes(q);
    await batchRule(q);
    await batches(q);
    await answers(q);
    await comments(q);
    await waitingAnswers(q);
    for (const table of READ) await q.query(`create policy ${table}_report on ${SCHEMA}.${table} for select to ${LOGIN} using (${REPORT})`);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of READ) await q.query(`drop policy ${table}_report on ${SCHEMA}.${table}`);
    await q.query(`drop policy waiting_answer_report on ${SCHEMA}.waiting_answer`);
    await q.query(`drop policy waiting_answer_taken on ${SCHEMA}.waiting_answer`);
    await q.query(`revoke select, delete on ${SCHEMA}.waiting_answer from ${LOGIN}`);
    await q.query(`drop index ${SCHEMA}.waiting_answer_of_version`);
    await dropTables(q, SCHEMA, TABLES);
    await q.query(`drop function ${SCHEMA}.questionnaire_version_keeps() cascade`);
    await q.query(`alter table ${SCHEMA}.questionnaire_version drop column kept_attributes`);
  }
}

/** What a version keeps beside an answer is told when it is published, and does not change after. */
async function keptAttributes(q: QueryRunner): Promise<void> {
  await q.query(`alter table ${SCHEMA}.questionnaire_version add column kept_attributes text[] not null default '{AGE_BAND,LANGUAGE,MODE}'
    check (kept_attributes <@ array['AGE_BAND', 'LANGUAGE', 'MODE', 'VARIANT'])`);
  await q.query(`create function ${SCHEMA}.questionnaire_version_keeps() returns trigger language plpgsql as $keeps$
    begin
      if old.state <> 'DRAFT' and new.kept_attributes is distinct from old.kept_attributes then
        raise exception 'A published questionnaire does not change.' using errcode = 'check_violation', constraint = 'questionnaire_frozen';
      end if;
      return new;
    end $keeps$`);
  await q.query(`create trigger questionnaire_version_keeps before update on ${SCHEMA}.questionnaire_version for each row execute function ${SCHEMA}.questionnaire_version_keeps()`);
}

/** How many answers make a batch, and how many must share what is kept beside them: policy, dated. Filled before its rows are protected. */
async function batchRule(q: QueryRunner): Promise<void> {
  await createTable(q, SCHEMA, 'answer_batch_rule', `
    id uuid primary key default gen_random_uuid(),
    fewest_answers int not null check (fewest_answers > 5),
    fewest_alike int not null check (fewest_alike > 5),
    source text not null,
    valid_from date not null,
    valid_to date check (valid_to > valid_from),
    check (fewest_alike <= fewest_answers),
    exclude using gist (daterange(valid_from, valid_to) with &&)`);
  await q.query(`insert into ${SCHEMA}.answer_batch_rule (fewest_answers, fewest_alike, source, valid_from)
    values (10, 10, 'Default of the platform: twice the five that are hidden as small numbers', '2010-04-01')`);
  await protect(q, SCHEMA, 'answer_batch_rule', { read: '(select viewer_person()) is not null', write: 'false' });
}

/** What was decided for a version and a quarter: released with how many, or held over without saying how few. */
async function batches(q: QueryRunner): Promise<void> {
  await createTable(q, SCHEMA, 'answer_batch', `
    id uuid primary key default gen_random_uuid(),
    questionnaire_version_id uuid not null references ${SCHEMA}.questionnaire_version,
    state text not null check (state in ('RELEASED', 'HELD_OVER')),
    first_period text not null check (first_period ${PERIOD}),
    last_period text not null check (last_period ${PERIOD}),
    fewest int not null check (fewest > 5),
    released_on date not null,
    answers int check (answers > 5),
    unique (questionnaire_version_id, last_period),
    check (first_period <= last_period),
    check ((state = 'RELEASED') = (answers is not null))`);
  await protect(q, SCHEMA, 'answer_batch', { read: `${READS_QUESTIONNAIRES} or ${REPORT}`, write: REPORT });
  await q.query(`revoke update on ${SCHEMA}.answer_batch from ${LOGIN}`);
}

/** One row for one answer to one question: no row of it leads to another answer of the same person. */
async function answers(q: QueryRunner): Promise<void> {
  const kept = 'age_band text, language text, mode text, variant text';
  await createTable(q, SCHEMA, 'released_answer', `
    id uuid primary key default gen_random_uuid(),
    batch_id uuid not null references ${SCHEMA}.answer_batch,
    question_key text not null,
    value text not null,
    ${kept}`);
  await q.query(`create index released_answer_of_batch on ${SCHEMA}.released_answer (batch_id, question_key)`);
  await createTable(q, SCHEMA, 'answer_batch_group', `
    id uuid primary key default gen_random_uuid(),
    batch_id uuid not null references ${SCHEMA}.answer_batch,
    answers int not null check (answers > 5),
    ${kept},
    unique nulls not distinct (batch_id, age_band, language, mode, variant)`);
  for (const table of ['released_answer', 'answer_batch_group']) {
    await protect(q, SCHEMA, table, { read: REPORT, write: REPORT });
    await q.query(`revoke update on ${SCHEMA}.${table} from ${LOGIN}`);
  }
}

/** Own words: sealed until a moderator has read them, then released under a theme, or withheld and gone. */
async function comments(q: QueryRunner): Promise<void> {
  const of = `
    id uuid primary key default gen_random_uuid(),
    batch_id uuid not null references ${SCHEMA}.answer_batch,
    question_key text not null`;
  await createTable(q, SCHEMA, 'waiting_comment', `${of}, comment jsonb not null check (comment ?& array['nonce', 'sealed'])`);
  await createTable(q, SCHEMA, 'released_comment', `${of}, theme_code text not null check (theme_code ~ '^[a-z0-9-]{2,60}$'), text text not null, released_on date not null, released_by uuid not null`);
  await createTable(q, SCHEMA, 'withheld_comment', `${of}, reason text not null check (reason in ('IDENTIFIES', 'HARMFUL', 'EMPTY')), withheld_on date not null, withheld_by uuid not null`);
  for (const table of ['waiting_comment', 'released_comment', 'withheld_comment']) await q.query(`create index ${table}_of_batch on ${SCHEMA}.${table} (batch_id)`);
  await q.query(`create index released_comment_of_theme on ${SCHEMA}.released_comment (theme_code)`);
  await protect(q, SCHEMA, 'waiting_comment', { read: `${MODERATOR} or ${REPORT}`, write: REPORT });
  await q.query(`create policy waiting_comment_decided on ${SCHEMA}.waiting_comment for delete to ${LOGIN} using (${MODERATOR})`);
  await q.query(`grant delete on ${SCHEMA}.waiting_comment to ${LOGIN}`);
  await protect(q, SCHEMA, 'released_comment', { read: READS_QUESTIONNAIRES, write: MODERATOR });
  await protect(q, SCHEMA, 'withheld_comment', { read: `(select viewer_holds('survey_moderator', 'principal_social_worker', 'qpa_officer'))`, write: MODERATOR });
  for (const table of ['waiting_comment', 'released_comment', 'withheld_comment']) await q.query(`revoke update on ${SCHEMA}.${table} from ${LOGIN}`);
}

/** The machine that makes reports takes sealed answers out, and nobody else sees that there are any. */
async function waitingAnswers(q: QueryRunner): Promise<void> {
  await q.query(`create policy waiting_answer_report on ${SCHEMA}.waiting_answer for select to ${LOGIN} using (${REPORT})`);
  await q.query(`create policy waiting_answer_taken on ${SCHEMA}.waiting_answer for delete to ${LOGIN} using (${REPORT})`);
  await q.query(`grant select, delete on ${SCHEMA}.waiting_answer to ${LOGIN}`);
  await q.query(`create index waiting_answer_of_version on ${SCHEMA}.waiting_answer (questionnaire_version_id, period)`);
}
