import { Unauthenticated } from './unauthenticated';
import { nobody } from './viewer';
import type { Standing } from './viewer';
import { viewerSource } from './viewer-source';

const { requestId: _requestId, purpose: _purpose, ...nothing } = nobody('');
const grace: Standing = { ...nothing, personId: '5b1f4b2e-6c0a-4c55-8a57-0c6f3b1d2e3f', displayName: 'Grace Oduya' };
const token = 'e30.e30.c2ln';

const source = viewerSource({
  verify: async (given) => {
    if (given !== token) throw new Unauthenticated('test');
    return { subject: 'grace' };
  },
  standingOf: async (subject) => (subject === 'grace' ? grace : null),
});

test('without a header nobody asks', async () => {
  await expect(source({}, 'r-1')).resolves.toEqual(nobody('r-1'));
});

test('a person is known by their token, with the request’s id and purpose', async () => {
  const viewer = await source({ authorization: `Bearer ${token}`, 'x-purpose': ' Monthly audit – Ysgol y Dref ' }, 'r-1');
  expect(viewer).toEqual({ ...grace, requestId: 'r-1', purpose: 'Monthly audit – Ysgol y Dref' });
});

test('the scheme is read in any case, as its standard asks', async () => {
  await expect(source({ authorization: `bearer ${token}` }, 'r-1')).resolves.toMatchObject({ personId: grace.personId });
});

test.each(['', 'Bearer', 'Bearer ', `Bearer  ${token}`, `Bearer ${token} `, `Bearer ${token},Bearer ${token}`, token, `Basic ${token}`, 'Bearer e30.e30', `Bearer ${token}.e30`, 'Bearer é.é.é'])(
  'a header that says %j is refused, never taken for nobody',
  async (authorization) => {
    await expect(source({ authorization }, 'r-1')).rejects.toThrow(Unauthenticated);
  },
);

test('a person who is unknown or has left is refused though the token is good', async () => {
  const left = viewerSource({ verify: async () => ({ subject: 'left' }), standingOf: async () => null });
  await expect(left({ authorization: `Bearer ${token}` }, 'r-1')).rejects.toThrow(Unauthenticated);
});

test('a standing that cannot be asked for is a fault of ours, not the caller’s', async () => {
  const down = viewerSource({
    verify: async () => ({ subject: 'grace' }),
    standingOf: async () => {
      throw new Error('down');
    },
  });
  await expect(down({ authorization: `Bearer ${token}` }, 'r-1')).rejects.toThrow('down');
});

test.each(['', '   ', 'a'.repeat(201), 'a\nb', 'a\u0000b', 'a\u202eb'])('the purpose %j is not kept', async (purpose) => {
  await expect(source({ authorization: `Bearer ${token}`, 'x-purpose': purpose }, 'r-1')).resolves.toMatchObject({ purpose: null });
});
