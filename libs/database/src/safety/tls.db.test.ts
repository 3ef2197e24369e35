import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { urlFor } from '../client';
import type { DatabaseServer } from '../server/database-server';
import { openEmbedded } from '../server/embedded';
import { openServer } from '../server/open-server';

const withOpenssl = spawnSync('openssl', ['version']).status === 0 ? describe : describe.skip;

withOpenssl('a database that speaks TLS', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'qaf-tls-'));
  const file = (name: string) => join(dataDir, 'postgres', name);
  let server: DatabaseServer;

  beforeAll(async () => {
    await (await openEmbedded({ dataDir, settings: { fsync: 'off' } })).stop();
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
    spawnSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject, '-keyout', file('server.key'), '-out', file('server.crt')]);
    chmodSync(file('server.key'), 0o600);
    const { uid, gid } = statSync(file('data'));
    for (const name of ['server.key', 'server.crt']) chownSync(file(name), uid, gid);
    server = await openEmbedded({ dataDir, settings: { fsync: 'off', ssl: 'on', ssl_cert_file: file('server.crt'), ssl_key_file: file('server.key') } });
  });

  afterAll(async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const opened = async (host: string, parameters: string): Promise<string> => {
    const url = new URL(server.adminUrl);
    url.hostname = host;
    try {
      await openServer({ url: `${url.toString()}?${parameters}`, dataDir });
      return 'opened';
    } catch (error) {
      return (error as Error).message;
    }
  };

  it('is opened by the name in its certificate and under the authority that is trusted', async () => {
    expect(await opened('localhost', `sslmode=verify-full&sslrootcert=${file('server.crt')}`)).toBe('opened');
  });

  it.each([
    ['by another name', '127.0.0.1', () => `sslmode=verify-full&sslrootcert=${file('server.crt')}`, /altnames/],
    ['under an authority that nobody trusts', 'localhost', () => 'sslmode=verify-full', /self-signed certificate/],
  ])('is not opened %s', async (_how, host, parameters, words) => {
    const said = await opened(host, parameters());
    expect(said).toMatch(words);
    expect(said).not.toContain(new URL(server.adminUrl).password);
  });

  it('keeps its parameters for each login', () => {
    const address = 'postgres://keeper:word@db.example.org/quality?sslmode=verify-full&sslrootcert=/etc/root.crt';
    expect(urlFor(address, { user: 'qaf_casework', password: 'x', database: 'copy' })).toBe('postgres://qaf_casework:x@db.example.org/copy?sslmode=verify-full&sslrootcert=/etc/root.crt');
  });
});
