import { testDatabase } from '@qaf/testing';
import fc from 'fast-check';
import type { Pool } from 'pg';
import { bareStore } from '../record.fixtures';
import { EventRelay } from './event-relay';
import { EventRefused } from './options';
import { effects, GRADED, graded, keepingLogger, newId, poolOf, publishInCasework, takeInGovernance, until } from './relay.fixtures';

let database: Awaited<ReturnType<typeof testDatabase>>;
let casework: Pool;
let governance: Pool;

beforeEach(async () => {
  database = await testDatabase([bareStore('casework'), bareStore('governance')]);
  casework = poolOf(database.urls.casework);
  governance = poolOf(database.urls.governance);
}, 60_000);

afterEach(async () => {
  await Promise.all([casework.end(), governance.end()]);
  await database.drop();
}, 30_000);

/** Transactions, each of a few events; of each event, whose it is and how its first delivery goes. */
const history = fc.array(
  fc.array(fc.record({ audit: fc.nat(3), first: fc.constantFrom('taken', 'taken', 'taken', 'lost before', 'lost after') }), { minLength: 1, maxLength: 6 }),
  { minLength: 1, maxLength: 5 },
);

describe('the order of events', () => {
  it('is that of publication for each subject, and each event has one effect, whatever fails on the way', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (transactions) => {
        const audits = [newId(), newId(), newId(), newId()];
        const fates = new Map<string, string>();
        const published: { id: string; subject: string }[] = [];
        const relay = new EventRelay({
          from: 'casework',
          url: database.urls.casework,
          routes: { [GRADED]: ['governance'] },
          logger: keepingLogger(),
          deliver: async (_to, event) => {
            const fate = fates.get(event.id);
            fates.delete(event.id);
            if (fate === 'lost before') throw new Error('not reached');
            await takeInGovernance(governance, event);
            if (fate === 'lost after') throw new Error('no answer');
          },
        });
        await relay.start();
        try {
          for (const events of transactions) {
            const sent = await publishInCasework(casework, ...events.map(({ audit }, step) => graded(audits[audit]!, step)));
            sent.forEach(({ id }, index) => fates.set(id, events[index]!.first));
            published.push(...sent);
            relay.nudge();
          }
          await relay.settled(120_000);
        } finally {
          await relay.stop();
        }
        const done = await effects(governance);
        for (const audit of audits) {
          const ids = published.filter(({ subject }) => subject === `audit:${audit}`).map(({ id }) => id);
          expect(done.filter((id) => ids.includes(id))).toEqual(ids);
        }
      }),
      { numRuns: 4 },
    );
  }, 240_000);

  it('lets others pass a subject that is held up, even where its later events are thousands', async () => {
    const [held, other] = [newId(), newId()];
    await publishInCasework(casework, ...Array.from({ length: 1200 }, (_, step) => graded(held, step)));
    const received: string[] = [];
    const relay = new EventRelay({
      from: 'casework',
      url: database.urls.casework,
      routes: { [GRADED]: ['governance'] },
      logger: keepingLogger(),
      deliver: async (_to, { subject }) => {
        if (subject === `audit:${held}`) throw new EventRefused();
        received.push(subject);
      },
    });
    await relay.start();
    try {
      await until(async () => (await relay.waiting()).some(({ state }) => state === 'failed'));
      await publishInCasework(casework, graded(other, 1));
      relay.nudge();
      await until(() => received.length === 1);
      const counts = (await relay.waiting()).map(({ state, count }) => [state, count]);
      expect(counts).toEqual(expect.arrayContaining([['failed', 1], ['created', 1199]]));
    } finally {
      await relay.stop();
    }
  }, 120_000);

  it('holds for thousands of events written in one transaction', async () => {
    const audits = Array.from({ length: 50 }, newId);
    const events = Array.from({ length: 3000 }, (_, step) => graded(audits[(step * 7) % 50]!, step));
    const sent = await publishInCasework(casework, ...events);
    const received: { id: string; subject: string }[] = [];
    const relay = new EventRelay({
      from: 'casework',
      url: database.urls.casework,
      routes: { [GRADED]: ['governance'] },
      logger: keepingLogger(),
      deliver: async (_to, { id, subject }) => void received.push({ id, subject }),
    });
    await relay.start();
    try {
      await relay.settled(120_000);
    } finally {
      await relay.stop();
    }
    const ofAudit = (list: { id: string; subject: string }[], audit: string): string[] => list.filter(({ subject }) => subject === `audit:${audit}`).map(({ id }) => id);
    for (const audit of audits) expect(ofAudit(received, audit)).toEqual(ofAudit(sent, audit));
  }, 240_000);
});
