import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** What each layer may import: the compiler and tests/architecture.test.ts hold the same table. */
const LAYERS = {
  core: ['core'],
  figures: ['core', 'figures'],
  jobs: ['core', 'figures', 'jobs'],
  ipc: ['core', 'ipc'],
  main: ['core', 'figures', 'jobs', 'ipc', 'main'],
  preload: ['ipc', 'preload'],
  cli: ['core', 'figures', 'jobs', 'cli'],
};
const ALIASED = ['core', 'figures', 'jobs', 'ipc'];

function forbidLayers(layer, allowed) {
  const patterns = ALIASED.filter((name) => !allowed.includes(name)).map((name) => ({
    group: [`#${name}/*`],
    message: `${layer} may not import ${name} (docs/architecture.md)`,
  }));
  return {
    files: [`src/${layer}/**/*.{ts,tsx}`],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  };
}

export default tseslint.config(
  // AssemblyScript is not TypeScript; its own compiler checks it.
  { ignores: ['out', 'dist', 'node_modules', 'test-results', 'tests/fixtures', 'src/core/import/text/wasm'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './src/core/tsconfig.json', './src/renderer/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
      complexity: ['error', 12],
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/core/import/formats/**/*.ts'],
    rules: { 'max-lines': ['error', { max: 500, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['tests/**/*.ts', 'bench/**/*.ts'],
    rules: {
      // The compiler checks their types; of the slow rules the one that finds an assertion nobody waits for is kept.
      ...tseslint.configs.disableTypeChecked.rules,
      '@typescript-eslint/no-floating-promises': 'error',
      'max-lines-per-function': 'off',
      'max-lines': ['error', { max: 500 }],
    },
  },
  {
    files: ['src/renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['#ipc/*'], message: 'only src/renderer/platform speaks to the host' }] },
      ],
    },
  },
  { files: ['src/renderer/platform/**/*.ts'], rules: { 'no-restricted-imports': 'off' } },
  ...Object.entries(LAYERS).map(([layer, allowed]) => forbidLayers(layer, allowed)),
);
