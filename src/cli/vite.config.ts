import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/** Builds the command line: one module for the program, one for its workers, nothing but Node's own outside. */
export default defineConfig({
  root: resolve('.'),
  build: {
    ssr: true,
    outDir: 'out/cli',
    emptyOutDir: true,
    target: 'node20',
    rolldownOptions: {
      input: { amalgam: resolve('src/cli/amalgam.ts'), worker: resolve('src/jobs/nodeWorker.ts') },
      external: ['playwright-core'],
      output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
    },
  },
  ssr: { noExternal: true, external: ['playwright-core'] },
});
