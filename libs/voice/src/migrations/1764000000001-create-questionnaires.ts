import { createTable, dropTables, keepHistory, protect } from '@qaf/database';
import { commandTables, dropCommandTables } from '@qaf/graph';
import { dropRecordTables, recordTables } from '@qaf/record';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropFreeze, freezePublished } from './freeze-published';
import { OPENED, READS_QUESTIONNAIRES, SCHEMA, WRITES_QUESTIONNAIRES } from './row-rules';

const TABLES = ['question_wording', 'questionnaire_wording', 'questionnaire_question', 'questionnaire_version', 'questionnaire'];

/** Questionnaires in versions, with their wording by language and variant. What is published never changes. */
export class CreateQuestionnaires1764000000001 implements MigrationInterface {
  name = 'CreateQuestionnaires1764000000001';

  async up(q: QueryRunner): Promise<void> {
    await commandTables(q, SCHEMA);
    await recordTables(q, SCHEMA);
    await questionnaires(q);
    await questions(q);
    await wordings(q);
    await rules(q);
    await freezePublished(q);
  }

  async down(q: QueryRunner): Promise<void> {
    await dropFreeze(q);
    // It asks the versions, which go first.
    await q.query(`drop policy questionnaire_read on ${SCHEMA}.questionnaire`);
    await dropTables(q, SCHEMA, TABLES);
    await dropRecordTables(q, SCHEMA);
    await dropCommandTables(q, SCHEMA);
  }
}

async function questionnaires(q: QueryRunner): Promise<void> {
  await createTable(q, SCHEMA, 'questionnaire', `
    id uuid primary key default gen_random_uuid(),
    code text not null unique check (code ~ '^[a-z0-9-]{2,40}$'),
    title text not null,
    audience text not null check (audience in ('CHILD', 'PARENT', 'CARER', 'PROFESSIONAL')),
    version int not null default 1`);
  await createTable(q, SCHEMA, 'questionnaire_version', `
    id uuid primary key default gen_random_uuid(),
    questionnaire_id uuid not null references ${SCHEMA}.questionnaire,
    number int not null check (number > 0),
    state text not null default 'DRAFT' check (state in ('DRAFT', 'PUBLISHED', 'RETIRED')),
    published_on date,
    retired_on date check (retired_on >= published_on),
    version int not null default 1,
    unique (questionnaire_id, number),
    check ((state = 'DRAFT') = (published_on is null)),
    check ((state = 'RETIRED') = (retired_on is not null))`);
  await q.query(`create unique index questionnaire_version_one_published on ${SCHEMA}.questionnaire_version (questionnaire_id) where state = 'PUBLISHED'`);
}

async function questions(q: QueryRunner): Promise<void> {
  await createTable(q, SCHEMA, 'questionnaire_question', `
    id uuid primary key default gen_random_uuid(),
    version_id uuid not null references ${SCHEMA}.questionnaire_version,
    position int not null check (position > 0),
    key text not null check (key ~ '^[a-z0-9-]{2,40}$'),
    kind text not null check (kind in ('FACES', 'SCALE', 'CHOICE', 'TEXT', 'YES_NO')),
    priority_code text check (priority_code ~ '^[a-z0-9-]{2,60}$'),
    mandatory boolean not null default false,
    options jsonb not null default '[]' check (jsonb_typeof(options) = 'array'),
    help_values jsonb not null default '[]' check (jsonb_typeof(help_values) = 'array'),
    version int not null default 1,
    unique (version_id, key),
    unique (version_id, position),
    check ((kind = 'TEXT') = (options = '[]'))`);
  await q.query(`create index questionnaire_question_of_priority on ${SCHEMA}.questionnaire_question (priority_code)`);
}

async function wordings(q: QueryRunner): Promise<void> {
  const inLanguage = `
    language text not null check (language ~ '^[a-z]{2,3}$'),
    variant text not null check (variant in ('STANDARD', 'EASY_READ', 'YOUNG_CHILD'))`;
  await createTable(q, SCHEMA, 'questionnaire_wording', `
    id uuid primary key default gen_random_uuid(),
    version_id uuid not null references ${SCHEMA}.questionnaire_version,
    ${inLanguage},
    title text not null,
    introduction text not null,
    help text not null,
    version int not null default 1,
    unique (version_id, language, variant)`);
  await createTable(q, SCHEMA, 'question_wording', `
    id uuid primary key default gen_random_uuid(),
    question_id uuid not null references ${SCHEMA}.questionnaire_question,
    ${inLanguage},
    text text not null,
    options jsonb not null default '{}' check (jsonb_typeof(options) = 'object'),
    version int not null default 1,
    unique (question_id, language, variant)`);
}

/** A draft is seen by those who write it; a token opens one version, for the length of one transaction, to nobody in particular. */
async function rules(q: QueryRunner): Promise<void> {
  const version = (id: string) => `exists (select 1 from ${SCHEMA}.questionnaire_version v where v.id = ${id})`;
  const read: Record<string, string> = {
    questionnaire: `${READS_QUESTIONNAIRES} or exists (select 1 from ${SCHEMA}.questionnaire_version v where v.questionnaire_id = questionnaire.id and v.id = any((select ${OPENED})::uuid[]))`,
    questionnaire_version: `(state <> 'DRAFT' and (${READS_QUESTIONNAIRES})) or ${WRITES_QUESTIONNAIRES} or id = any((select ${OPENED})::uuid[])`,
    questionnaire_question: version('version_id'),
    questionnaire_wording: version('version_id'),
    question_wording: `exists (select 1 from ${SCHEMA}.questionnaire_question k where k.id = question_id)`,
  };
  for (const [table, predicate] of Object.entries(read)) {
    await protect(q, SCHEMA, table, { read: predicate, write: WRITES_QUESTIONNAIRES });
    await keepHistory(q, SCHEMA, table);
  }
}
