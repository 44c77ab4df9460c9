import js from '@eslint/js';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/**
 * The import rules of the house: bot → dialogs → workflows, bot → data → workflows, dialogs → data; and inside bot/, what
 * turns are made of knows nothing of what brings them.
 */
const sdk = ['botbuilder', 'botbuilder-*', 'botframework-*', '@microsoft/teams-ai', '@microsoft/teams-ai/**'];
/** Nothing of the product knows these. */
const outer = ['manifest', 'test'];
const transport = [...sdk, 'restify'];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'var/', 'test-output/'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A method may be async because its interface is; `{} as` is how XState's setup is told its types.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'no-console': 'error',
    },
  },
  // Plain JavaScript: what runs before anything is compiled, and what the browser is given as it is.
  {
    files: ['**/*.{js,mjs}'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: { globals: globals.node },
  },
  {
    files: ['**/*.{js,mjs}'],
    extends: [js.configs.recommended],
    rules: { eqeqeq: 'error', 'no-var': 'error', 'prefer-const': 'error' },
  },
  {
    files: ['bot/channels/web/page/{page,web-chat,england}.js'],
    languageOptions: { globals: globals.browser },
  },
  ...imports('workflows', {
    rooms: ['bot', 'dialogs', 'data', 'manifest', 'test'],
    packages: { only: ['xstate', 'zod', 'temporal-polyfill'] },
  }),
  ...imports('data', { rooms: ['bot', 'dialogs', 'manifest', 'test'], packages: { not: transport } }),
  ...imports('dialogs', { rooms: ['bot', 'manifest', 'test'], packages: { not: transport } }),
  // What is started, and puts the rooms together.
  ...imports('bot', { rooms: outer, packages: { not: transport } }),
  ...imports('bot/turn', {
    rooms: [...outer, 'channels', 'http', 'jobs', 'model'],
    packages: { not: transport },
  }),
  ...imports('bot/jobs', { rooms: [...outer, 'channels', 'http', 'model'], packages: { not: transport } }),
  ...imports('bot/model', { rooms: [...outer, 'channels', 'http', 'jobs'], packages: { not: transport } }),
  ...imports('bot/http', { rooms: [...outer, 'channels', 'jobs', 'model'], packages: { not: sdk } }),
  ...imports('bot/channels', { rooms: [...outer, 'jobs', 'model'], packages: { not: transport } }),
  ...imports('bot/channels/teams', { rooms: [...outer, 'jobs', 'web'], packages: { not: ['restify'] } }),
  {
    files: ['test/**/*.ts', 'manifest/**/*.ts', 'bot/main.ts', 'data/**/cli/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    // Answers over HTTP are read as they come; the assertions say what they must be.
    rules: {
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
);

/** What a room may not import: other rooms by path, packages by name. Of nested rooms the later, inner one counts. */
function imports(room, { rooms: closed, packages: { only, not = [] } }) {
  const pattern = closed.map((name) => `**/${name}/**`);
  const outside = only
    ? [
        {
          regex: `^(?!\\.|(?:${only.join('|')})(?:/|$))`,
          message: `${room}/ imports only ${only.join(', ')}.`,
        },
      ]
    : not.length > 0
      ? [{ group: not, message: 'The SDK is for bot/channels/teams/ alone, restify for bot/http/.' }]
      : [];
  return [
    {
      files: [`${room}/**/*.ts`],
      rules: {
        'no-restricted-imports': [
          'error',
          {
            patterns: [
              { group: pattern, message: `${room}/ does not know these rooms: see Rooms in README.md.` },
              ...outside,
            ],
          },
        ],
      },
    },
  ];
}
