import { appendOnly, changeProtection, createTable, dropTable, loginRole } from '@qaf/database';
import { barLocked, dropEmergencyTable, dropLockTable, emergencyTable, lockTable, named, seenInEmergency, unbarLocked } from '@qaf/graph';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CASEWORKERS, chainOf, IMPORT, leadersOf, MACHINES, ME } from './row-rules';

const SCHEMA = 'casework';
const LOGIN = loginRole(SCHEMA);
const BARRED = ['child', 'audit'];
const DIRECTOR = `(select viewer_holds('director'))`;
const LOCKERS = `(select viewer_holds('director', 'head_of_service'))`;
const HEAD = `(select viewer_holds('head_of_service'))`;
const MANAGERS = `(select viewer_holds('team_manager', 'service_manager', 'head_of_service', 'director', 'principal_iro', 'compass_service_manager', 'early_help_service_manager'))`;

const SEES_ALL = `(select viewer_holds('principal_iro', 'principal_social_worker', 'qpa_officer'))`;
const NEAR = [`worker_id = ${ME}`, leadersOf('team_id'), chainOf('worker_id'), `iro_id = ${ME}`, SEES_ALL].join(' or ');
const AUDITED = `id = any(array(select a.child_id from ${SCHEMA}.audit a where a.auditor_id = ${ME} and a.state <> 'WITHDRAWN'
  and (a.closed_on is null or a.closed_on >= current_date - 30)))`;
const BEFORE = `(not locked or ${LOCKERS})`;
const sought = (setting: string): string => `nullif(current_setting('casework.${setting}', true), '')`;

/** A locked child is there for those whom the lock names, and in an emergency a manager sees a child for a day. */
export class LockChildren1795000000310 implements MigrationInterface {
  name = 'LockChildren1795000000310';

  async up(q: QueryRunner): Promise<void> {
    await lockTable(q, SCHEMA, ['director', 'head_of_service']);
    await this.decisions(q);
    await this.emergencies(q);
    await changeProtection(q, SCHEMA, 'child', { read: `${MACHINES} or (${CASEWORKERS} and (${NEAR} or ${AUDITED}))`, write: IMPORT });
    await q.query(`alter table ${SCHEMA}.child drop column locked`);
    await this.ways(q);
    await barLocked(q, SCHEMA, 'child', 'id');
    await barLocked(q, SCHEMA, 'audit');
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of BARRED) await unbarLocked(q, SCHEMA, table);
    for (const policy of ['child_named', 'child_sought', 'child_locking']) await q.query(`drop policy ${policy} on ${SCHEMA}.child`);
    await q.query(`alter table ${SCHEMA}.child add column locked boolean not null default false`);
    await changeProtection(q, SCHEMA, 'child', { read: `${MACHINES} or (${CASEWORKERS} and ${BEFORE} and (${NEAR} or ${AUDITED}))`, write: IMPORT });
    await dropEmergencyTable(q, SCHEMA);
    await dropTable(q, SCHEMA, 'child_lock_decision');
    await dropLockTable(q, SCHEMA);
  }

  /** Who locked and unlocked, when and why: added to, never changed. */
  private async decisions(q: QueryRunner): Promise<void> {
    await createTable(q, SCHEMA, 'child_lock_decision', `
      id uuid primary key default gen_random_uuid(),
      child_id uuid not null references ${SCHEMA}.child,
      position int not null check (position > 0),
      kind text not null check (kind in ('LOCKED', 'UNLOCKED')),
      decided_at timestamptz not null,
      by_id uuid not null,
      reason text not null check (length(reason) between 1 and 20000),
      worker_ids uuid[] not null,
      team_id uuid,
      unique (child_id, position)`);
    await appendOnly(q, SCHEMA, 'child_lock_decision', { read: `${DIRECTOR} or (${HEAD} and ${leadersOf('team_id')}) or ${ME} = any(worker_ids)` });
  }

  private async emergencies(q: QueryRunner): Promise<void> {
    await emergencyTable(q, SCHEMA);
    await q.query(`alter table ${SCHEMA}.emergency_access add column granted_at timestamptz not null default now(), add column reason text not null check (length(reason) between 1 and 20000),
      add foreign key (child_id) references ${SCHEMA}.child`);
    await q.query(`create policy emergency_access_asked on ${SCHEMA}.emergency_access for insert to ${LOGIN}
      with check (worker_id = ${ME} and ${MANAGERS} and until <= now() + interval '1 day')`);
    await q.query(`create policy emergency_access_told on ${SCHEMA}.emergency_access for select to ${LOGIN} using ((select viewer_holds('information_governance_officer')))`);
  }

  /** The named and those in an emergency see the child; a manager in need of one finds it by what they know of it; who locks writes the version. */
  private async ways(q: QueryRunner): Promise<void> {
    await q.query(`create policy child_named on ${SCHEMA}.child for select to ${LOGIN}
      using (${CASEWORKERS} and (${named(SCHEMA, 'id')} or ${seenInEmergency(SCHEMA, 'id')}))`);
    await q.query(`create policy child_sought on ${SCHEMA}.child for select to ${LOGIN}
      using (${MANAGERS} and (id = (select ${sought('sought_id')}::uuid) or case_reference = (select ${sought('sought_reference')})))`);
    await q.query(`create policy child_locking on ${SCHEMA}.child for update to ${LOGIN} using (${LOCKERS})`);
  }
}
