import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readGatewaySettings } from '@qaf/gateway';
import { aloneSettings } from '@qaf/graph';
import { readSettings } from '@qaf/platform';
import { askedFor, filledIn, readCompose, readText, root } from './compose.fixtures';

const subgraphs = ['workforce', 'casework', 'voice', 'governance'];
const shell = {
  QAF_SUBGRAPH_SECRET: 'k7Qz9Vt2Lw5Xn8RbJc4Hf6Gd1Ms3Py0T',
  QAF_DATABASE_PASSWORD: 'one',
  ...Object.fromEntries(subgraphs.map((name) => [`QAF_${name.toUpperCase()}_PASSWORD`, 'two'])),
  QAF_OIDC_ISSUER: 'https://login.example.org',
  QAF_OIDC_AUDIENCE: 'quality',
  QAF_OIDC_JWKS_URL: 'https://login.example.org/keys',
};

const readers: Record<string, (environment: NodeJS.ProcessEnv) => unknown> = {
  platform: readSettings,
  migrate: readSettings,
  gateway: (environment) => readGatewaySettings(subgraphs, environment),
  ...Object.fromEntries(subgraphs.map((name) => [name, aloneSettings])),
};
/** Read in a subgraph's main.ts, beside the rest. */
const READ_APART = ['QAF_LOG_LEVEL'];

const files = ['docker/compose.yml', 'docker/compose.apart.yml'];
const services = files.flatMap((file) => Object.entries(readCompose(file).services).map(([name, service]) => ({ file, name, service })));
const ours = services.filter(({ service }) => service.build);
const dockerfile = readText('docker/Dockerfile');

test('compose runs the platform in one, or the five apart', () => {
  expect(ours.map(({ name }) => name)).toEqual(['platform', 'gateway', ...subgraphs, 'migrate']);
});

describe.each(ours)('$file: $name', ({ file, name, service }) => {
  const environment = { NODE_ENV: 'production', ...filledIn(service.environment, shell) };

  test('starts with its settings in production, and none of them is unknown to it', () => {
    const read = new Set<string>();
    const watched = new Proxy(environment, {
      get: (target, key) => {
        read.add(String(key));
        return Reflect.get(target, key) as unknown;
      },
    });
    readers[name]?.(watched);
    expect(Object.keys(service.environment).filter((variable) => !read.has(variable) && !READ_APART.includes(variable))).toEqual([]);
  });

  test('does not start without one that it asks the shell for', () => {
    const needed = Object.entries(service.environment).filter(([, value]) => askedFor(value).some(({ standIn }) => standIn === null));
    expect(needed.length).toBeGreaterThan(1);
    for (const [variable] of needed) {
      // The platform alone can bring a database of its own; in a container it has none, and compose itself asks.
      if (variable === 'DATABASE_URL' && ['platform', 'migrate'].includes(name)) continue;
      expect(() => readers[name]?.({ ...environment, [variable]: '' })).toThrow(variable);
    }
  });

  test('is built from a stage of the Dockerfile, and writes to nothing of its own', () => {
    expect(dockerfile).toContain(` AS ${service.build?.target}\n`);
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
  });

  test('what it depends on is there', () => {
    const beside = services.filter((other) => other.file === file).map((other) => other.name);
    expect(service.depends_on).toBeDefined();
    expect(beside).toEqual(expect.arrayContaining(Object.keys(service.depends_on ?? {})));
  });
});

describe.each(files)('%s', (file) => {
  const { services: all, networks } = readCompose(file);

  test('no secret has a default', () => {
    const secrets = askedFor(readText(file)).filter(({ name }) => /SECRET|PASSWORD|OIDC/.test(name));
    expect(secrets.length).toBeGreaterThan(4);
    expect(secrets.filter(({ standIn }) => standIn !== null)).toEqual([]);
    for (const [name, value] of Object.values(all).flatMap(({ environment }) => Object.entries(environment))) {
      if (/SECRET|PASSWORD/.test(name)) expect(value).toMatch(/^\$\{\w+:\?[^}]+\}$/);
      if (name === 'DATABASE_URL') expect(value).toMatch(/^postgres:\/\/qaf_\w+:\$\{\w+:\?[^}]+\}@database:5432\/quality\?sslmode=verify-full&sslrootcert=\/certificates\/root\.crt$/);
    }
  });

  test('only the way in can be reached, from this machine alone', () => {
    expect(networks['inside']).toEqual({ internal: true });
    for (const [name, { ports, networks: on }] of Object.entries(all)) {
      const wayIn = name === 'gateway' || name === 'platform';
      expect([name, on]).toEqual([name, wayIn ? ['inside', 'outside'] : ['inside']]);
      expect([name, ports]).toEqual([name, wayIn ? ['127.0.0.1:4000:4000'] : undefined]);
    }
  });

  test('the database keeps free text out of its log, and its data over a restart', () => {
    expect(all['database']).toMatchObject({ image: 'postgres:18', command: expect.arrayContaining(['log_min_error_statement=panic', 'log_error_verbosity=terse']) });
    expect(all['database']?.volumes).toContain('database:/var/lib/postgresql');
  });
});

test('the database speaks TLS with a certificate of its own, which all who ask it have', () => {
  for (const file of files) {
    const { services: all } = readCompose(file);
    expect(all['database']?.command).toEqual(expect.arrayContaining(['ssl=on', 'ssl_cert_file=/certificates/server.crt', 'ssl_key_file=/certificates/private/server.key']));
    for (const [name, { environment, volumes }] of Object.entries(all)) if (environment['DATABASE_URL']) expect([name, volumes]).toEqual([name, expect.arrayContaining(['certificates:/certificates:ro'])]);
    expect(all['certificates']?.volumes).toEqual(['certificates:/certificates', 'keys:/certificates/private', './postgres/certificates.sh:/certificates.sh:ro']);
    expect(all['database']?.volumes).toContain('keys:/certificates/private:ro');
  }
});

test('each subgraph signs in as itself, and the first start makes its login', () => {
  const apart = readCompose('docker/compose.apart.yml').services;
  const script = readText('docker/postgres/logins.sh');
  for (const name of subgraphs) {
    expect(apart[name]?.environment['DATABASE_URL']).toContain(`//qaf_${name}:\${QAF_${name.toUpperCase()}_PASSWORD:?`);
    expect(script).toContain(`make_login qaf_${name} "$QAF_${name.toUpperCase()}_PASSWORD"`);
    expect(apart['database']?.environment).toHaveProperty(`QAF_${name.toUpperCase()}_PASSWORD`);
  }
});

test('every file that an image copies is there, and is sent to the builder', () => {
  const sources = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, list = '']) => list.split(' '));
  const sent = readText('.dockerignore').split('\n').filter((line) => line.startsWith('!')).map((line) => line.slice(1));
  expect(sources.length).toBeGreaterThan(5);
  for (const source of new Set(sources)) expect([source, existsSync(join(root, source)), sent.includes(source)]).toEqual([source, true, true]);
});

test('every program that an image starts is compiled from a source that is there', () => {
  const programs = [...dockerfile.matchAll(/^CMD \["dist\/(.+)\.js"\]$/gm)].map(([, path]) => `${path}.ts`);
  const commands = ours.flatMap(({ service }) => service.command ?? []).map((path) => path.replace(/^dist\/(.+)\.js$/, '$1.ts'));
  expect(programs).toHaveLength(6);
  for (const path of [...programs, ...commands]) expect([path, existsSync(join(root, path))]).toEqual([path, true]);
});

test('no image runs as root, nor with packages for development', () => {
  const shipped = dockerfile.slice(dockerfile.indexOf(' AS packages'));
  expect(shipped.match(/^USER .+$/gm)).toEqual(['USER node']);
  expect(shipped).toContain('npm ci --omit=dev');
  expect(shipped).not.toMatch(/COPY --from=build \/app\/node_modules/);
  expect(shipped.match(/^FROM (?!node:24-bookworm-slim AS|base AS|subgraph AS).+$/gm)).toBeNull();
});
