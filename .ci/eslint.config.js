import tseslint from 'typescript-eslint';

/** Type-aware rules matter in a worker: a promise nobody awaits is a letter nobody sends. */
export default tseslint.config(
  { ignores: ['node_modules/', 'data/', 'out/', 'dist/'] },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: process.cwd() } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/require-await': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Only src/clock reads the time.',
        },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'Only src/clock reads the time.',
        },
        {
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message: 'Only src/settings reads the environment.',
        },
      ],
    },
  },
  {
    files: ['src/clock/**', 'src/settings/**', 'tests/**', 'docs/**', '.ci/**'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
