import { databaseAway, strippedFailure } from './failure';

const coded = (code: string, message = 'x'): Error => Object.assign(new Error(message), { code });

describe('A failure of the database', () => {
  it.each([
    [new Error('Connection terminated unexpectedly'), '08006'],
    [new Error('Connection terminated'), '08006'],
    [new Error('Client has encountered a connection error and is not queryable'), '08006'],
    [new Error('Connection terminated due to connection timeout'), '08001'],
    [new Error('timeout exceeded when trying to connect'), '08001'],
    [coded('57P01'), '57P01'],
    [coded('57P03'), '57P03'],
    [coded('ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:5432'), 'ECONNREFUSED'],
    [Object.assign(new Error('select words from note'), { driverError: new Error('Connection terminated unexpectedly') }), '08006'],
  ])('is known as one that is away: %s', (error, code) => {
    expect([databaseAway(error), (strippedFailure(error) as { code?: string }).code]).toEqual([true, code]);
    expect((strippedFailure(error) as Error).message).toBe(`The database refused (${code}).`);
  });

  it.each([[coded('23505')], [coded('42501')], [new Error('Anything else')], ['not an error']])('is not that of one that is away: %s', (error) => {
    expect(databaseAway(error)).toBe(false);
  });
});
