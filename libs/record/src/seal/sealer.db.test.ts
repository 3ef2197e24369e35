import { TEST_SECRET } from '@qaf/testing';
import { keepingLogger, until } from '../relay/relay.fixtures';
import type { RecordHandover, RecordReceipt } from './sealed-batch';
import { KEY, loginTo, SealStage } from './seal.fixtures';
import { bearsSeal, rowsDigest } from './digests';
import { Sealer } from './sealer';

let stage: SealStage;

beforeEach(async () => {
  stage = await SealStage.open();
}, 60_000);

afterEach(() => stage.close(), 30_000);

/** Governance as the sealer meets it: it takes the next batch and answers what it holds. */
class Governance {
  readonly batches: NonNullable<RecordHandover['batch']>[] = [];
  readonly told: RecordHandover['health'][] = [];
  down = false;

  async take({ batch, health }: RecordHandover): Promise<RecordReceipt> {
    if (this.down) throw new Error('down');
    this.told.push(health);
    if (batch && batch.seq === this.batches.length + 1) this.batches.push(batch);
    return { held: this.batches.length };
  }

  get lines(): number {
    return this.batches.reduce((sum, { lines }) => sum + lines.length, 0);
  }
}

function sealerTo(governance: Governance): Sealer {
  return new Sealer({ from: 'casework', url: stage.database.urls.casework, secret: TEST_SECRET, logger: keepingLogger(), everyMs: 20, handOver: (handover) => governance.take(handover) });
}

describe('the sealer', () => {
  it('seals what many write at once, rolled back and late ones among them, and misses none', async () => {
    const governance = new Governance();
    const sealer = sealerTo(governance);
    sealer.start();
    const kept = await Promise.all(
      Array.from({ length: 6 }, async (_, writer) => {
        const login = await loginTo(stage.database);
        let lines = 0;
        for (let round = 0; round < 40; round += 1) {
          await login.query('begin');
          await stage.read(1 + (round % 3), login);
          await login.query(`select pg_sleep(${((writer * 7 + round) % 10) / 1000})`);
          const keeps = (writer + round) % 4 !== 0;
          await login.query(keeps ? 'commit' : 'rollback');
          if (keeps) lines += 1 + (round % 3);
        }
        await login.end();
        return lines;
      }),
    );
    await sealer.stop();
    const written = kept.reduce((sum, lines) => sum + lines, 0);
    expect(governance.lines).toBe(written);
    expect(governance.batches.length).toBeGreaterThan(1);
    expect(await stage.faults()).toEqual([]);
    for (const batch of governance.batches) expect([rowsDigest(batch.lines), bearsSeal(KEY, batch)]).toEqual([batch.rowsDigest, true]);
  }, 60_000);

  it('seals and hands over what was written until it was stopped', async () => {
    const governance = new Governance();
    const sealer = sealerTo(governance);
    sealer.start();
    await until(() => governance.told.length > 0);
    await stage.read(5);
    await sealer.stop();
    expect(governance.lines).toBe(5);
  }, 30_000);

  it('goes on from what governance holds once it is back, and each batch comes once', async () => {
    const governance = new Governance();
    governance.down = true;
    const sealer = sealerTo(governance);
    sealer.start();
    await stage.read(2);
    await until(async () => (await stage.owner.query('select from access_batch')).rowCount === 1);
    await stage.read(2);
    await until(async () => (await stage.owner.query('select from access_batch')).rowCount === 2);
    governance.down = false;
    await until(() => governance.lines === 4);
    await sealer.stop();
    expect(governance.batches.map(({ seq }) => seq)).toEqual([1, 2]);
  }, 30_000);

  it('works in one copy of several, and another takes over', async () => {
    const governance = new Governance();
    const [first, second] = [sealerTo(governance), sealerTo(governance)];
    first.start();
    second.start();
    await stage.read(3);
    await until(() => governance.lines === 3);
    await first.stop();
    await stage.read(3);
    await until(() => governance.lines === 6);
    await second.stop();
    expect(await stage.faults()).toEqual([]);
  }, 30_000);

  it('says so when governance holds batches that are gone here', async () => {
    const governance = new Governance();
    await stage.read(1);
    const logger = keepingLogger();
    governance.batches.push({} as never, {} as never, {} as never);
    const sealer = new Sealer({ from: 'casework', url: stage.database.urls.casework, secret: TEST_SECRET, logger, everyMs: 20, handOver: (handover) => governance.take(handover) });
    sealer.start();
    await until(() => logger.lines.length > 0);
    await sealer.stop();
    expect(logger.lines[0]).toContain('governance holds batches that are gone here');
  }, 30_000);
});
