import type { Standing } from '@qaf/identity';
import { cachedStanding } from './cached-standing';

const standing = (displayName: string): Standing => ({ personId: '10000000-0000-4000-8000-000000000001', workerId: null, displayName, grants: [], teams: [], ownTeams: [], services: [], workers: [], agencies: [] });

describe('A remembered standing', () => {
  let now = 0;
  let asked: string[] = [];
  let answer: (subject: string) => Promise<Standing | null> = (subject) => Promise.resolve(standing(subject));
  const subject = cachedStanding((who) => (asked.push(who), answer(who)), 5_000, () => now);

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
});
