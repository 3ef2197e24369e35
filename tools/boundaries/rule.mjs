// Who may import whom. Every project has a scope (whose it is) and a type (what it is); both must allow an import.
// What is written here is all that is allowed. The README beside this file draws it.
process.env.NX_DAEMON = 'false';
const { createProjectGraphAsync } = await import('@nx/devkit');

const subgraphs = ['workforce', 'casework', 'voice', 'governance'];
const scope = (name) => `scope:${name}`;
const type = (name) => `type:${name}`;

const everyScope = ['shared', 'gateway', ...subgraphs, 'platform', 'client'];
const scopes = {
  shared: ['shared'],
  gateway: ['gateway', 'shared'],
  ...Object.fromEntries(subgraphs.map((name) => [name, [name, 'shared']])),
  platform: ['platform', 'gateway', ...subgraphs, 'shared'],
  client: ['client'],
  stories: everyScope,
  tools: everyScope,
};

const types = {
  foundation: ['foundation', 'testing'],
  library: ['library', 'foundation', 'testing'],
  testing: ['testing', 'library', 'foundation'],
  subgraph: ['subgraph', 'library', 'foundation', 'testing'],
  gateway: ['gateway', 'library', 'foundation', 'testing'],
  client: ['client'],
  app: ['gateway', 'subgraph', 'library', 'foundation', 'testing'],
  platform: ['gateway', 'subgraph', 'library', 'foundation', 'testing'],
  stories: ['platform', 'gateway', 'subgraph', 'library', 'foundation', 'testing', 'client'],
  tool: ['platform', 'gateway', 'subgraph', 'library', 'foundation', 'testing', 'client'],
};

const constraints = (table, tag) => Object.entries(table).map(([source, targets]) => ({ sourceTag: tag(source), onlyDependOnLibsWithTags: targets.map(tag) }));

/** The setting of `@nx/enforce-module-boundaries`. Makes the project graph first: without one the rule would pass everything. */
export async function boundaries() {
  await createProjectGraphAsync({ exitOnError: false });
  return [
    'error',
    {
      depConstraints: [...constraints(scopes, scope), ...constraints(types, type)],
      enforceBuildableLibDependency: false,
      banTransitiveDependencies: true,
      // A library's tests use the harness, and the harness uses the library; a rule of its own keeps the harness out of the rest.
      ignoredCircularDependencies: [
        ['testing', `tag:${type('library')}`],
        ['testing', `tag:${type('foundation')}`],
      ],
    },
  ];
}
