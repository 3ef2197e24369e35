import type { QueryRunner } from 'typeorm';
import { SCHEMA } from './row-rules';

const PARTS = {
  questionnaire_question: 'version_id',
  questionnaire_wording: 'version_id',
  question_wording: `(select k.version_id from ${SCHEMA}.questionnaire_question k where k.id = %.question_id)`,
};

/** Makes the database itself refuse any change to what was published, whoever asks. */
export async function freezePublished(q: QueryRunner): Promise<void> {
  await q.query(versionGuard());
  await q.query(`create trigger questionnaire_version_freeze before insert or update or delete on ${SCHEMA}.questionnaire_version
    for each row execute function ${SCHEMA}.questionnaire_version_freeze()`);
  for (const [table, versionOf] of Object.entries(PARTS)) {
    await q.query(partGuard(table, versionOf));
    await q.query(`create trigger ${table}_freeze before insert or update or delete on ${SCHEMA}.${table} for each row execute function ${SCHEMA}.${table}_freeze()`);
  }
}

export async function dropFreeze(q: QueryRunner): Promise<void> {
  for (const table of ['questionnaire_version', ...Object.keys(PARTS)]) await q.query(`drop function ${SCHEMA}.${table}_freeze() cascade`);
}

/** A version begins as a draft; a published one can only be retired; a retired one stays. */
function versionGuard(): string {
  return `create function ${SCHEMA}.questionnaire_version_freeze() returns trigger language plpgsql as $freeze$
    begin
      if tg_op = 'INSERT' and new.state = 'DRAFT' then return new; end if;
      if tg_op = 'DELETE' and old.state = 'DRAFT' then return old; end if;
      if tg_op = 'UPDATE' and old.state = 'DRAFT' and new.state in ('DRAFT', 'PUBLISHED') then return new; end if;
      if tg_op = 'UPDATE' and old.state = 'PUBLISHED' and new.state = 'RETIRED'
        and (new.id, new.questionnaire_id, new.number, new.published_on) = (old.id, old.questionnaire_id, old.number, old.published_on)
      then return new; end if;
      raise exception 'A published questionnaire does not change.' using errcode = 'check_violation', constraint = 'questionnaire_frozen';
    end $freeze$`;
}

/** Questions and wordings change only while their version is a draft that the one who changes them can see. */
function partGuard(table: string, versionOf: string): string {
  const draft = (row: 'new' | 'old') => {
    const id = versionOf.includes('%') ? versionOf.replace('%', row) : `${row}.${versionOf}`;
    return `exists (select 1 from ${SCHEMA}.questionnaire_version v where v.id = ${id} and v.state = 'DRAFT')`;
  };
  return `create function ${SCHEMA}.${table}_freeze() returns trigger language plpgsql as $freeze$
    begin
      if tg_op <> 'INSERT' and not ${draft('old')} then
        raise exception 'A published questionnaire does not change.' using errcode = 'check_violation', constraint = 'questionnaire_frozen';
      end if;
      if tg_op <> 'DELETE' and not ${draft('new')} then
        raise exception 'A published questionnaire does not change.' using errcode = 'check_violation', constraint = 'questionnaire_frozen';
      end if;
      if tg_op = 'DELETE' then return old; end if;
      return new;
    end $freeze$`;
}
