import { nobody } from '@qaf/identity';
import { PERSON } from '../gateway.fixtures';
import { networkOf, Rates } from './rates';

describe('How often one may ask', () => {
  let now = 0;
  const rates = (): Rates => new Rates({ guessesPerMinute: 3, requestsPerMinute: 2, clock: () => now });
  beforeEach(() => (now = 0));

  it('is counted for a person wherever they are, and for an address without a login', () => {
    const subject = rates();
    const other = { ...PERSON, personId: '10000000-0000-4000-8000-000000000002' };
    expect([subject.request(PERSON, '10.0.0.1'), subject.request(PERSON, '10.0.0.2'), subject.request(PERSON, '10.0.0.3'), subject.request(other, '10.0.0.1')]).toEqual([0, 0, 30, 0]);
    expect([1, 2, 3].map(() => subject.request(nobody('r'), '10.0.0.1'))).toEqual([0, 0, 30]);
    expect(subject.request(nobody('r'), '10.0.0.2')).toBe(0);
  });

  it('guesses are counted one by one for an address, and for all together', () => {
    const subject = rates();
    expect([subject.guess('10.0.0.1', 2), subject.guess('10.0.0.1', 2), subject.guess('10.0.0.1', 1)]).toEqual([0, 20, 0]);
    for (let i = 0; i < 19; i += 1) expect(subject.guess(`10.0.1.${i}`, 3)).toBe(0);
    expect(subject.guess('10.0.2.1', 1)).toBe(1);
    now = 60_000;
    expect(subject.guess('10.0.2.1', 3)).toBe(0);
  });

  it('an address that failed too often tries no further token, and those who are in go on', () => {
    const subject = rates();
    expect(subject.login('10.0.0.1', 'Bearer good')).toBe(0);
    subject.loggedIn('Bearer good');
    for (let i = 0; i < 3; i += 1) {
      expect(subject.login('10.0.0.1', `Bearer wrong${i}`)).toBe(0);
      subject.loginFailed('10.0.0.1');
    }
    expect([subject.login('10.0.0.1', 'Bearer wrong3'), subject.login('10.0.0.1', 'Bearer good'), subject.login('10.0.0.1', undefined), subject.login('10.0.0.2', 'Bearer new')]).toEqual([20, 0, 0, 0]);
    now = 20_000;
    expect(subject.login('10.0.0.1', 'Bearer wrong3')).toBe(0);
  });

  it.each([
    ['10.1.2.3', '10.1.2.3'],
    ['::ffff:10.1.2.3', '10.1.2.3'],
    ['::1', '0:0:0:0::/64'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8::7', '2001:db8:0:0::/64'],
    ['fe80::1:2:3:4', 'fe80:0:0:0::/64'],
  ])('%s counts as %s', (address, network) => expect(networkOf(address)).toBe(network));
});
