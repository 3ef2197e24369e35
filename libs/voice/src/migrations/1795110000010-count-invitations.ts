import { loginRole } from '@qaf/database';
import { barLocked, unbarLocked } from '@qaf/graph';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SCHEMA } from './row-rules';

const LOGIN = loginRole(SCHEMA);
const REPORT = `(select ${SCHEMA}.viewer_holds('machine_report'))`;
const COUNTED = ['invitation', 'identified_response'];

/** The machine that makes reports counts invitations, and who answered with a name, of children who are locked too: for how many answered. */
export class CountInvitations1795110000010 implements MigrationInterface {
  name = 'CountInvitations1795110000010';

  async up(q: QueryRunner): Promise<void> {
    for (const table of COUNTED) {
      await q.query(`create policy ${table}_report on ${SCHEMA}.${table} for select to ${LOGIN} using (${REPORT})`);
      const [bar] = (await q.query(`select pg_get_expr(polqual, polrelid) as rule from pg_policy where polname = $1 and polrelid = $2::regclass`, [`${table}_locked`, `${SCHEMA}.${table}`])) as { rule: string }[];
      if (!bar) throw new Error('A child who is locked is not barred.');
      await q.query(`alter policy ${table}_locked on ${SCHEMA}.${table} using ((${bar.rule}) or ${REPORT})`);
    }
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of COUNTED) {
      await q.query(`drop policy ${table}_report on ${SCHEMA}.${table}`);
      await unbarLocked(q, SCHEMA, table);
      await barLocked(q, SCHEMA, table);
    }
  }
}
