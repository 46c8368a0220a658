import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/** Bundles the simulator's programs for Node: out/simulate/<name>.mjs. */
export default defineConfig({
  root: resolve('.'),
  build: {
    ssr: true,
    outDir: 'out/simulate',
    emptyOutDir: true,
    target: 'node20',
    rolldownOptions: {
      input: {
        writeSampleStudy: resolve('tests/simulate/writeSampleStudy.ts'),
        writeLargeFile: resolve('tests/simulate/writeLargeFile.ts'),
      },
      output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
    },
  },
});
