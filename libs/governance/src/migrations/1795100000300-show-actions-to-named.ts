import { closeToNamed, openToNamed } from '@qaf/graph';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCHEMA = 'governance';
const TABLES = ['action', 'child_place', 'audit_place'];
const CASEWORKERS = `(select ${SCHEMA}.viewer_holds('practitioner', 'senior_social_worker', 'iro', 'team_manager', 'service_manager', 'head_of_service',
  'director', 'principal_iro', 'compass_service_manager', 'early_help_service_manager', 'principal_social_worker', 'qpa_officer'))`;

/** Those whom a lock names read the actions about the child, and may open one. */
export class ShowActionsToNamed1795100000300 implements MigrationInterface {
  name = 'ShowActionsToNamed1795100000300';

  async up(q: QueryRunner): Promise<void> {
    for (const table of TABLES) await openToNamed(q, SCHEMA, table, CASEWORKERS);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of TABLES) await closeToNamed(q, SCHEMA, table);
  }
}
