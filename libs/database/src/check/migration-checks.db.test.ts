import { testDatabase } from '@qaf/testing';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { withClient } from '../client';
import type { StoreDefinition } from '../store/store-definition';
import { AddOpenTable1700000000004, AddReason1700000000002, AddReminder1700000000003, CreateVisits1700000000001, voiceWith } from './check.fixtures';
import { checkDownAndUp, inScratchDatabase } from './down-and-up';
import { missingMigrations } from './missing-migrations';
import { unprotectedTables } from './protected-tables';

@Entity('place')
class Place {
  @PrimaryColumn('text') code!: string;
  @Column('text') name!: string;
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
}

@Entity('place')
class PlaceWithPostcode extends Place {
  @Column('text') postcode!: string;
}

@Entity('place')
class PlaceWithMandatoryEnd {
  @PrimaryColumn('text') code!: string;
  @Column('text') name!: string;
  @Column('date') validFrom!: string;
  @Column('date') validTo!: string;
}

async function onDatabase<T>(store: StoreDefinition, work: (adminUrl: string) => Promise<T>): Promise<T> {
  const database = await testDatabase([store]);
  try {
    return await work(database.adminUrl);
  } finally {
    await database.drop();
  }
}

describe('a missing migration', () => {
  const missing = (entity: Function) => {
    const store = voiceWith([CreateVisits1700000000001], [entity]);
    return onDatabase(store, (url) => missingMigrations(url, store));
  };

  test('is none when the table is what the entity says', async () => {
    expect(await missing(Place)).toEqual([]);
  });

  test('is seen for a column that only the entity has', async () => {
    expect(await missing(PlaceWithPostcode)).toEqual(['ALTER TABLE "place" ADD "postcode" text NOT NULL']);
  });

  test('is seen for a column that may be empty in one of them only', async () => {
    expect(await missing(PlaceWithMandatoryEnd)).toEqual(['ALTER TABLE "place" ALTER COLUMN "valid_to" SET NOT NULL']);
  });
});

describe('down and up', () => {
  const check = (...migrations: Function[]) => {
    const store = voiceWith(migrations);
    return onDatabase(voiceWith([]), (url) => inScratchDatabase(url, [store], (scratch) => checkDownAndUp(scratch, [store])));
  };

  test('is well where everything comes back and every table had a row', async () => {
    expect(await check(CreateVisits1700000000001)).toEqual({ problems: [], notes: [] });
  });

  test('finds a column that cannot be added to a table with rows', async () => {
    const { problems } = await check(CreateVisits1700000000001, AddReason1700000000002);
    expect(problems).toEqual(['voice AddReason1700000000002: column "reason" of relation "visit" contains null values']);
  });

  test('finds what a way down forgets', async () => {
    const { problems } = await check(CreateVisits1700000000001, AddReminder1700000000003);
    expect(problems).toContainEqual(expect.stringContaining('AddReminder1700000000003: function "remind" already exists'));
  });

  test('lets the caller put data in first', async () => {
    const store = voiceWith([CreateVisits1700000000001]);
    const seen: number[] = [];
    const fill = (url: string) =>
      withClient(url, async (admin) => {
        await admin.query(`insert into voice.place (code, name, valid_from) values ('north', 'North', '2018-04-01')`);
        seen.push((await admin.query('select from voice.place')).rowCount ?? 0);
      });
    await onDatabase(voiceWith([]), (url) => inScratchDatabase(url, [store], (scratch) => checkDownAndUp(scratch, [store], fill)));
    expect(seen).toEqual([1]);
  });
});

test('a table that does not force row security, and one with a version and no history, are named', async () => {
  const store = voiceWith([CreateVisits1700000000001, AddOpenTable1700000000004]);
  const faults = await onDatabase(store, (url) => withClient(url, (admin) => unprotectedTables(admin, 'voice')));
  expect(faults).toEqual(['voice.open does not force row security', 'voice.open has a version and no history']);
});
