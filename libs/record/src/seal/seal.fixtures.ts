import { randomUUID } from 'node:crypto';
import { TEST_SECRET, testDatabase, type TestDatabase } from '@qaf/testing';
import { Client } from 'pg';
import { writeAccess } from '../access/write-access';
import { bareStore } from '../record.fixtures';
import { sealKey } from './digests';
import { Horizon } from './horizon';
import { recordClient } from './record-client';
import { lastSeal, sealNext } from './seal-next';
import type { Seal } from './sealed-batch';
import { verifyRecord } from './verify-record';

export const KEY = sealKey(TEST_SECRET, 'casework');

/** A record with its sealer's hand, the application's login and the database's owner. */
export class SealStage {
  readonly mia = randomUUID();

  private constructor(
    readonly database: TestDatabase,
    readonly sealer: Client,
    readonly login: Client,
    readonly owner: Client,
  ) {}

  static async open(): Promise<SealStage> {
    const database = await testDatabase([bareStore('casework')]);
    const sealer = await recordClient(database.urls.casework, 'casework');
    const owner = new Client({ connectionString: database.adminUrl });
    await owner.connect();
    await owner.query('set search_path to casework');
    return new SealStage(database, sealer, await loginTo(database), owner);
  }

  /** Somebody reads a child's record, in a transaction of their own or in the one that is open. */
  async read(times = 1, login = this.login): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      await writeAccess(login, [{ operation: 'READ', entityType: 'Child', ids: [this.mia], action: 'child', outcome: 'GIVEN' }]);
    }
  }

  /** Seals what is settled now; null while it is not. */
  async seal(): Promise<Seal | null> {
    const last = await lastSeal(this.sealer);
    const upTo = await new Horizon(this.sealer).settled(last?.toId ?? 0);
    return upTo === null ? null : sealNext(this.sealer, KEY, last, upTo);
  }

  async faults(secret = TEST_SECRET): Promise<string[]> {
    const { faults } = await verifyRecord({ from: 'casework', url: this.database.urls.casework, secret });
    return faults.map(({ kind, batch }) => `${kind} ${batch}`);
  }

  async close(): Promise<void> {
    await Promise.all([this.sealer.end(), this.login.end(), this.owner.end()]);
    await this.database.drop();
  }
}

export async function loginTo(database: TestDatabase): Promise<Client> {
  const login = new Client({ connectionString: database.urls.casework });
  await login.connect();
  return login;
}
