import { createTable, dropTable, keepHistory, protect } from '@qaf/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { OPENED, PLACE_COLUMNS, placeIndexes, SCHEMA, STANDS_OVER, WORKS_WITH_CHILD } from './row-rules';

/** Whom a child or parent let read their answers, beside the child's worker and reviewing officer. */
const CONSENTED_TO = `${WORKS_WITH_CHILD}
  or (shared_with_managers and (${STANDS_OVER} or (select viewer_holds('principal_iro'))))
  or (shared_with_quality and (select viewer_holds('principal_social_worker', 'qpa_officer')))`;

/** Anonymous answers, which nobody reads here, and answers given with consent to be known. */
export class CreateAnswers1764000000003 implements MigrationInterface {
  name = 'CreateAnswers1764000000003';

  async up(q: QueryRunner): Promise<void> {
    await spentTokens(q);
    await waitingAnswers(q);
    await identifiedResponses(q);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of ['identified_answer', 'identified_response', 'waiting_answer', 'spent_token']) await dropTable(q, SCHEMA, table);
  }
}

/** Only the hash, under a key that is not here; no time and no order. Whoever brings the token may see that it is spent. */
async function spentTokens(q: QueryRunner): Promise<void> {
  await createTable(q, SCHEMA, 'spent_token', 'hash text primary key check (length(hash) = 64)');
  await protect(q, SCHEMA, 'spent_token', { read: `hash = (select nullif(current_setting('voice.token', true), ''))` });
  await q.query(`revoke update on ${SCHEMA}.spent_token from qaf_${SCHEMA}`);
}

/** Sealed before it is written. No viewer reads it, and it knows neither time, nor person, nor invitation. */
async function waitingAnswers(q: QueryRunner): Promise<void> {
  await createTable(q, SCHEMA, 'waiting_answer', `
    id uuid primary key default gen_random_uuid(),
    questionnaire_version_id uuid not null references ${SCHEMA}.questionnaire_version,
    answers jsonb not null check (answers ?& array['nonce', 'sealed']),
    period text not null check (period ~ '^\\d{4}-\\d{2} Q[1-4]$')`);
  await protect(q, SCHEMA, 'waiting_answer', {
    read: 'false',
    write: `questionnaire_version_id = any((select ${OPENED})::uuid[]) or (select viewer_holds('machine_import'))`,
  });
  await q.query(`revoke update, select on ${SCHEMA}.waiting_answer from qaf_${SCHEMA}`);
}

/** What was answered lies apart from the consent, without a history, so that consent withdrawn leaves nothing behind. */
async function identifiedResponses(q: QueryRunner): Promise<void> {
  await createTable(q, SCHEMA, 'identified_response', `
    id uuid primary key default gen_random_uuid(),
    child_id uuid not null,
    invitation_id uuid references ${SCHEMA}.invitation,
    questionnaire_version_id uuid not null references ${SCHEMA}.questionnaire_version,
    consent_given_on date not null,
    consent_withdrawn_on date check (consent_withdrawn_on >= consent_given_on),
    shared_with_managers boolean not null default false,
    shared_with_quality boolean not null default false,
    recorded_by uuid not null,
    ${PLACE_COLUMNS},
    version int not null default 1`);
  for (const index of placeIndexes('identified_response')) await q.query(index);
  await q.query(`create unique index identified_response_of_invitation on ${SCHEMA}.identified_response (invitation_id) where consent_withdrawn_on is null`);
  await protect(q, SCHEMA, 'identified_response', {
    read: `${CONSENTED_TO} or (select viewer_holds('machine_event'))`,
    write: `${CONSENTED_TO} or (select viewer_holds('machine_event', 'machine_import'))`,
  });
  await keepHistory(q, SCHEMA, 'identified_response');
  await createTable(q, SCHEMA, 'identified_answer', `
    response_id uuid primary key references ${SCHEMA}.identified_response,
    answers jsonb not null check (jsonb_typeof(answers) = 'array')`);
  const known = `(select viewer_worker()) is not null and exists (select 1 from ${SCHEMA}.identified_response r where r.id = response_id)`;
  await protect(q, SCHEMA, 'identified_answer', { read: known, write: `(${known}) or (select viewer_holds('machine_import'))`, remove: true });
  await q.query(`revoke update on ${SCHEMA}.identified_answer from qaf_${SCHEMA}`);
}
