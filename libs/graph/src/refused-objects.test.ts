import { globalId } from './global-id';
import { namedIn } from './refused-objects';

const MIA = '0b1f4b2e-6c0a-4c55-8a57-0c6f3b1d2e3f';
const AUDIT = '1b1f4b2e-6c0a-4c55-8a57-0c6f3b1d2e3f';

describe('What a refused act was about', () => {
  it('is what its arguments name, however deep, of the types that go on record', () => {
    const args = { input: { auditId: globalId('Audit', AUDIT), discussions: [{ childId: globalId('Child', MIA) }], teamId: globalId('Team', MIA), heldOn: new Date(0), note: 'Mia' } };
    expect([...namedIn(args, ['Child', 'Audit'])]).toEqual([['Audit', [AUDIT]], ['Child', [MIA]]]);
  });

  it('is nothing where an argument only looks like an id', () => {
    const near = [`Child:${MIA}`, globalId('Child', MIA).slice(1), globalId('Child', 'nonsense'), `${globalId('Child', MIA)}=`, 'x'.repeat(5_000), null, 7];
    expect(namedIn(near, ['Child']).size).toBe(0);
  });

  it('stops looking after two hundred things', () => {
    const many = Array.from({ length: 1_000 }, () => globalId('Child', MIA));
    expect(namedIn(many, ['Child']).get('Child')).toHaveLength(200);
  });
});
