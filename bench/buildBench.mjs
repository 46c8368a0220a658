import { resolve } from 'node:path';
import { build } from 'vite';

/** Bundles what a benchmark measures from the sources as they are; `entries` lie beside this file. */
export async function buildBench(outDir, entries) {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: {
        input: entries.map((entry) => resolve(import.meta.dirname, entry)),
        output: { entryFileNames: '[name].mjs' },
      },
    },
  });
}
