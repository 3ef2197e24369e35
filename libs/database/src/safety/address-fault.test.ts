import { addressFault } from './address-fault';

const REMOTE = 'postgres://keeper:word@db.example.org:5432/quality';

test.each([
  ['on this machine', 'postgres://keeper:word@127.0.0.1:5432/quality'],
  ['on this machine by name', 'postgresql://keeper@localhost/quality'],
  ['on this machine by IPv6', 'postgres://keeper@[::1]/quality'],
  ['a socket', 'postgres://keeper@%2Fvar%2Frun%2Fpostgresql/quality'],
  ['a socket by parameter', 'postgres://keeper@ignored/quality?host=/var/run/postgresql'],
  ['elsewhere, verified', `${REMOTE}?sslmode=verify-full`],
  ['elsewhere, verified with an authority of one’s own', `${REMOTE}?sslmode=verify-full&sslrootcert=/etc/quality/root.crt`],
])('production takes a database %s', (_where, address) => {
  expect(addressFault(address, true)).toBeNull();
});

test.each([
  ['nothing said', REMOTE],
  ['no encryption', `${REMOTE}?sslmode=disable`],
  ['encryption to whoever answers', `${REMOTE}?sslmode=require`],
  ['the authority alone', `${REMOTE}?sslmode=verify-ca`],
  ['no look at the certificate', `${REMOTE}?sslmode=no-verify`],
  ['encryption switched on without more', `${REMOTE}?ssl=true`],
  ['a second word that takes back the first', `${REMOTE}?sslmode=verify-full&sslmode=disable`],
  ['another host behind a near one', 'postgres://keeper@localhost/quality?host=db.example.org'],
  ['a name that begins like this machine', 'postgres://keeper@localhost.example.org/quality'],
])('production refuses one elsewhere with %s', (_what, address) => {
  expect(addressFault(address, true)).toMatch(/^leads to another machine/);
  expect(addressFault(address, false)).toBeNull();
});

test('what is no address is refused everywhere, and not repeated', () => {
  for (const production of [true, false]) expect(addressFault('mysql://keeper:word@db/quality', production)).toBe('must be the address of a PostgreSQL server');
});
