import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/** Bundles the program that writes the README's table of formats for Node. */
export default defineConfig({
  root: resolve('.'),
  build: {
    ssr: true,
    outDir: 'out/docs',
    emptyOutDir: true,
    target: 'node20',
    rolldownOptions: {
      input: { writeFormatsTable: resolve('tests/docs/writeFormatsTable.ts') },
      output: { format: 'es', entryFileNames: '[name].mjs' },
    },
  },
});
