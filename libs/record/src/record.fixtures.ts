import type { StoreDefinition, SubgraphName } from '@qaf/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropRecordTables, recordTables } from './tables/record-tables';
import { dropSealTables, sealTables } from './tables/seal-tables';

/** A subgraph with nothing of its own but the record and one table for its tests to change. */
export function bareStore(name: SubgraphName): StoreDefinition {
  class RecordTables1700000000000 implements MigrationInterface {
    async up(q: QueryRunner): Promise<void> {
      await recordTables(q, name);
      await sealTables(q, name);
      await q.query(`create table ${name}.effect (position int generated always as identity, event uuid not null, subject text not null)`);
      await q.query(`grant select, insert on ${name}.effect to qaf_${name}`);
    }

    async down(q: QueryRunner): Promise<void> {
      await q.query(`drop table ${name}.effect`);
      await dropSealTables(q, name);
      await dropRecordTables(q, name);
    }
  }
  return { name, entities: [], migrations: [RecordTables1700000000000] };
}
