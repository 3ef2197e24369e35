import type { Standing } from '@qaf/identity';
import { cachedStanding } from './cached-standing';

const standing = (displayName: string): Standing => ({ personId: '10000000-0000-4000-8000-000000000001', workerId: null, displayName, grants: [], teams: [], ownTeams: [], services: [], workers: [], agencies: [] });

describe('A remembered standing', () => {
  let now = 0;
  let asked: string[] = [];
  let answer: (subject: string) => Promise<Standing | null> = (subject) => Promise.resolve(standing(subject));
  const subject = cachedStanding((who) => (asked.push(who), answer(who)), { ttlMs: 5_000, graceMs: 60_000, clock: () => now });

  beforeEach(() => {
    now += 100_000;
    asked = [];
    answer = (who) => Promise.resolve(standing(who));
  });

  it('is asked for once by those who come together, and again when it is old', async () => {
    await Promise.all([subject('ada'), subject('ada'), subject('ben')]);
    now += 4_999;
    await subject('ada');
    expect(asked).toEqual(['ada', 'ben']);
    now += 1;
    await subject('ada');
    expect(asked).toEqual(['ada', 'ben', 'ada']);
  });

  it('is not remembered when it could not be learned', async () => {
    answer = () => Promise.reject(new Error('away'));
    await expect(subject('cora')).rejects.toThrow('away');
    answer = () => Promise.resolve(null);
    await expect(subject('cora')).resolves.toBeNull();
    expect(asked).toEqual(['cora', 'cora']);
  });

  it('stands in for a while when workforce does not answer, and is asked for again soon', async () => {
    await subject('dara');
    answer = () => Promise.reject(new Error('away'));
    now += 5_000;
    await expect(subject('dara')).resolves.toEqual(standing('dara'));
    await expect(subject('dara')).resolves.toEqual(standing('dara'));
    expect(asked).toEqual(['dara', 'dara']);
    now += 500;
    await expect(subject('dara')).resolves.toEqual(standing('dara'));
    expect(asked).toHaveLength(3);
    now += 59_500;
    await expect(subject('dara')).rejects.toThrow('away');
    await expect(subject('dara')).rejects.toThrow('away');
  });

  it('ends when workforce says so, whatever was known before', async () => {
    await subject('edda');
    now += 5_000;
    answer = () => Promise.resolve(null);
    await expect(subject('edda')).resolves.toBeNull();
    now += 5_000;
    answer = () => Promise.reject(new Error('away'));
    await expect(subject('edda')).resolves.toBeNull();
  });
});
