import nx from '@nx/eslint-plugin';
import eslint from '@eslint/js';
import typescript from 'typescript-eslint';
import { boundaries } from './tools/boundaries/rule.mjs';

const processEnvironment = { selector: "MemberExpression[object.name='process'][property.name='env']", message: 'One file of each app reads the environment; hand the value in.' };
const defaultExport = { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' };
const nodeGlobals = ['process', 'console', 'Buffer', 'URL', 'setTimeout', 'setInterval', 'clearTimeout', 'clearInterval', 'fetch', 'AbortSignal', 'module', 'require', '__dirname'];
const testFiles = ['**/*.test.ts', '**/*.fixtures.ts'];

export default typescript.config(
  { ignores: ['**/node_modules/', 'dist/', '.data/', '.nx/', 'coverage/', '**/generated/', 'tools/boundaries/fixtures/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [eslint.configs.recommended],
    languageOptions: { globals: Object.fromEntries(nodeGlobals.map((name) => [name, 'readonly'])) },
  },
  {
    files: ['**/*.ts'],
    extends: [eslint.configs.recommended, ...typescript.configs.strict],
    plugins: { '@nx': nx },
    languageOptions: {
      // Without these two, the type of a decorated member would be turned into a type-only import and its metadata lost.
      parserOptions: { emitDecoratorMetadata: true, experimentalDecorators: true, project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@nx/enforce-module-boundaries': await boundaries(),
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all', ignoreRestSiblings: true }],
      // A promise that nobody waits for outlives its transaction: the one rule that is worth its price in types.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // Migrations, resolvers and scalars are classes because the libraries want classes.
      '@typescript-eslint/no-extraneous-class': 'off',
      'no-restricted-syntax': ['error', defaultExport],
      // TypeORM and type-graphql ask for `Function` where they mean a class.
      '@typescript-eslint/no-unsafe-function-type': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: testFiles,
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['libs/**/*.ts'],
    ignores: [...testFiles, 'libs/testing/**'],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': ['error', defaultExport, processEnvironment],
      'no-restricted-imports': ['error', { paths: [{ name: '@qaf/testing', message: 'The test harness is for tests.' }] }],
    },
  },
  {
    // Starts programs, and hands on to them where programs are.
    files: ['libs/database/src/server/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', defaultExport] },
  },
);
