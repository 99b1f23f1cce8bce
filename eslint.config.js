import tseslint from 'typescript-eslint';

/** What the compiler does not check: the style of ARCHITECTURE.md, as far as a rule can say it. No type information, so that it stays fast. */
const restricted = [
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
  { selector: 'TSEnumDeclaration', message: 'A union of strings, not an enum.' },
  { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file itself.' },
];

/** Calls whose answer depends on the machine, the moment or the locale. */
const impure = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'Below apps/ an answer depends on its arguments alone.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Below apps/ an answer depends on its arguments alone.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Below apps/ an answer depends on its arguments alone.',
  },
  {
    selector: 'MemberExpression[property.name=/^(localeCompare|toLocale\\w*)$/]',
    message: 'Locales differ between machines.',
  },
  { selector: "Identifier[name='Intl']", message: 'Locales differ between machines.' },
  { selector: "MemberExpression[object.name='process']", message: 'Only apps/ know the process.' },
];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/', 'src/network/kernels/', 'training/', 'web/dist/'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strict],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // An interface that renames another says what the thing is: Reading extends Layers.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      'no-restricted-syntax': ['error', ...restricted],
      'no-console': 'error',
      eqeqeq: ['error', 'smart'],
      'no-var': 'error',
      'prefer-const': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/apps/**', 'src/testing/**', 'src/open.ts', 'src/knowledge/compile.ts', '**/*.test.ts'],
    rules: { 'no-restricted-syntax': ['error', ...restricted, ...impure] },
  },
  { files: ['src/apps/**/*.ts', 'src/testing/**/*.ts', 'tools/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.test.ts', 'tools/**/*.ts', 'src/testing/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  { files: ['vitest.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
);
