import { loginRole } from '@qaf/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['audit_tool', 'audit_tool_version'];

/** The reporting machine says which versions of which tools are behind a figure. */
export class ShowToolsToReports1795120000002 implements MigrationInterface {
  name = 'ShowToolsToReports1795120000002';

  async up(q: QueryRunner): Promise<void> {
    for (const table of TABLES) await q.query(`create policy ${table}_reported on casework.${table} for select to ${loginRole('casework')} using ((select viewer_holds('machine_report')))`);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of TABLES) await q.query(`drop policy ${table}_reported on casework.${table}`);
  }
}
