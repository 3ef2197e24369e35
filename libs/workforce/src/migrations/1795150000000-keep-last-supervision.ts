import { createTable, dropTable, protect, withoutRowRules } from '@qaf/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCHEMA = 'workforce';
const QUALITY = `(select viewer_holds('principal_social_worker', 'qpa_officer'))`;
const WITHIN_TRIGGER = '(select pg_trigger_depth()) > 0';
const KEEPER = `${SCHEMA}.last_supervision_keep()`;
const HELD_STAYS = 'supervision_session_held_stays';

/** Quality knows the day on which somebody was last supervised, and nothing else of it: the day is kept apart from the session. */
export class KeepLastSupervision1795150000000 implements MigrationInterface {
  name = 'KeepLastSupervision1795150000000';

  async up(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'last_supervision', `worker_id uuid primary key references ${SCHEMA}.worker, last_held_on date not null`);
    await this.heldStays(q);
    // Whoever records a session need not be of those who read this table: only the trigger writes it.
    await protect(q, SCHEMA, 'last_supervision', { read: `${QUALITY} or ${WITHIN_TRIGGER}`, write: WITHIN_TRIGGER });
    await q.query(`create function ${KEEPER} returns trigger language plpgsql as $keep$
      begin
        ${kept('changed')};
        return null;
      end $keep$`);
    for (const event of ['insert', 'update']) {
      await q.query(`create trigger last_supervision_keep_${event} after ${event} on ${SCHEMA}.supervision_session
        referencing new table as changed for each statement execute function ${KEEPER}`);
    }
    await withoutRowRules(q, SCHEMA, 'supervision_session', () =>
      withoutRowRules(q, SCHEMA, 'last_supervision', async () => { await q.query(kept(`${SCHEMA}.supervision_session`)); }));
  }

  async down(q: QueryRunner): Promise<void> {
    for (const event of ['insert', 'update']) await q.query(`drop trigger last_supervision_keep_${event} on ${SCHEMA}.supervision_session`);
    await q.query(`drop function ${KEEPER}`);
    await q.query(`drop trigger ${HELD_STAYS} on ${SCHEMA}.supervision_session`);
    await q.query(`drop function ${SCHEMA}.${HELD_STAYS}()`);
    await dropTable(q, SCHEMA, 'last_supervision');
  }

  /** What was held stays held, of the same worker and on its day: so the latest day never moves back. */
  private async heldStays(q: QueryRunner): Promise<void> {
    await q.query(`create function ${SCHEMA}.${HELD_STAYS}() returns trigger language plpgsql as $rule$
      begin
        raise exception 'refused' using errcode = '23514', constraint = '${HELD_STAYS}';
      end $rule$`);
    await q.query(`create trigger ${HELD_STAYS} before update on ${SCHEMA}.supervision_session for each row
      when (old.state = 'HELD' and (new.state, new.held_on, new.worker_id) is distinct from (old.state, old.held_on, old.worker_id))
      execute function ${SCHEMA}.${HELD_STAYS}()`);
  }
}

/** Takes the latest held day of each worker; in the order of their ids, so that two changes at once never wait for each other. */
function kept(from: string): string {
  return `insert into ${SCHEMA}.last_supervision as l (worker_id, last_held_on)
    select worker_id, max(held_on) from ${from} where state = 'HELD' group by worker_id order by worker_id
    on conflict (worker_id) do update set last_held_on = excluded.last_held_on where l.last_held_on < excluded.last_held_on`;
}
