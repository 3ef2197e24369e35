import { buildSchema } from 'graphql';
import { disagreements } from './agreement';
import { breakingChanges, undeclared } from './breaking-changes';
import { schemaFaults } from './check-schema';
import { composeSupergraph } from './compose';
import { undescribed } from './descriptions';
import { earlierVersion } from './earlier';
import { SUPERGRAPH_FILE, schemaFiles } from './schema-files';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])\n';
const STAFF = { name: 'staff', sdl: `${LINK}"A person who works here." type Worker @key(fields: "id") { "Opaque." id: ID! "As they sign." name: String }\ntype Query { "Everyone." workers("How many." first: Int): [Worker!]! }` };
const AUDITS = { name: 'audits', sdl: `${LINK}"A person who works here." type Worker @key(fields: "id") { "Opaque." id: ID! "Audits in hand." load: Int }` };

const check = (subgraphs = [STAFF, AUDITS], changes: Partial<Parameters<typeof schemaFaults>[0]> = {}): Promise<string[]> => {
  const files = schemaFiles(subgraphs);
  return schemaFaults({ subgraphs, read: (path) => files.get(path) ?? null, earlier: files.get(SUPERGRAPH_FILE) ?? null, declared: '', ...changes });
};

describe('The check of the schemas', () => {
  it('is content with what was just written', async () => {
    expect([...schemaFiles([STAFF, AUDITS]).keys()]).toEqual(['libs/staff/schema.graphql', 'libs/audits/schema.graphql', 'libs/gateway/supergraph.graphql']);
    expect(await check()).toEqual([]);
  });

  it('names a file that is out of date or missing', async () => {
    expect(await check(undefined, { read: () => null })).toEqual(
      ['libs/staff/schema.graphql', 'libs/audits/schema.graphql', SUPERGRAPH_FILE].map((path) => `${path} is out of date: run "npm run schema".`),
    );
  });

  it('names what has no description', async () => {
    const bare = { ...AUDITS, sdl: AUDITS.sdl.replace('"Audits in hand." ', '') };
    expect(await check([STAFF, bare])).toEqual(['Worker.load has no description.']);
    const schema = buildSchema('type Query { a(b: In): E } enum E { X } input In { y: Int } union U = T interface I { z: Int } type T implements I { z: Int }');
    expect(undescribed(schema)).toEqual(['Query.a', 'Query.a(b:)', 'E', 'E.X', 'In', 'In.y', 'U', 'I', 'I.z', 'T', 'T.z']);
  });

  it('names a break that is not declared', async () => {
    const without = { ...STAFF, sdl: STAFF.sdl.replace('"As they sign." name: String', '') };
    const earlier = composeSupergraph([STAFF, AUDITS].map((subgraph) => ({ ...subgraph, url: 'http://x' })));
    expect(await check([without, AUDITS], { earlier })).toEqual(["Breaks clients, and docs/breaking-changes.md does not name `Worker.name`: Field 'name' was removed from object type 'Worker'"]);
    expect(await check([without, AUDITS], { earlier, declared: '- `Worker.name`: ask `displayName` instead.' })).toEqual([]);
    expect(undeclared(await breakingChanges(earlier, earlier), '')).toEqual([]);
    // An example on the page, indented, declares nothing.
    expect(undeclared([{ path: 'Worker.name', message: '' }], 'Write\n\n    - `Worker.name`: gone.\n')).toHaveLength(1);
  });

  it('names what another composition makes of it', () => {
    const sources = [STAFF, { ...AUDITS, sdl: AUDITS.sdl.replace('A person who works here.', 'One who is audited.') }].map((subgraph) => ({ ...subgraph, url: 'http://x' }));
    const supergraph = composeSupergraph(sources);
    expect(disagreements(sources, supergraph)).toEqual([]);
    expect(disagreements(sources, supergraph.replace('load: Int @', 'load: Int! @'))).toEqual(['only in ours: load: Int!', 'only in theirs: load: Int']);
    expect(disagreements([{ ...STAFF, url: 'http://x', sdl: STAFF.sdl.replace('[Worker!]!', '[Nobody!]!') }], supergraph)[0]).toMatch(/Nobody/);
  });

  it('says why subgraphs do not compose', () => {
    const clash = { ...AUDITS, sdl: AUDITS.sdl.replace('load: Int', 'name: String') };
    expect(() => composeSupergraph([STAFF, clash].map((subgraph) => ({ ...subgraph, url: 'http://x' })))).toThrow(/^The subgraphs do not compose:\n.*"Worker\.name"/);
  });
});

describe('The version that clients know', () => {
  const git = (answers: Record<string, string>) => (args: string[]) => answers[args.join(' ')] ?? null;

  it('is where the branch left main, or the commit before on main itself', () => {
    const branch = { 'rev-parse HEAD': 'c3', 'merge-base HEAD origin/main': 'c1', 'show c1:f': 'old' };
    expect(earlierVersion('f', undefined, git(branch))).toBe('old');
    const main = { 'rev-parse HEAD': 'c3', 'merge-base HEAD main': 'c3', 'rev-parse HEAD~1': 'c2', 'show c2:f': 'before' };
    expect(earlierVersion('f', undefined, git(main))).toBe('before');
    expect(earlierVersion('f', 'v1', git({ 'show v1:f': 'released' }))).toBe('released');
    expect(earlierVersion('f', undefined, git({}))).toBeNull();
  });
});
