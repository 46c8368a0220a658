import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { copySampleStudy } from './resources/copySampleStudy.ts';

/**
 * Asks the engine to compile all of the plotting library beside the window's thread. Without it, functions are compiled
 * when they are first called, which holds the window up for half a second and more.
 */
function compiledAhead({ name }: { readonly name: string }): string {
  return name.startsWith('plotly') ? '//# allFunctionsCalledOnLoad' : '';
}

// A sandboxed preload must be CommonJS; everything else is ES modules. Everything is bundled: the package needs no
// node_modules.
export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve('src/main/index.ts'), nodeWorker: resolve('src/jobs/nodeWorker.ts') },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    base: './',
    plugins: [react(), copySampleStudy()],
    worker: { format: 'es' },
    build: {
      chunkSizeWarningLimit: 6000,
      rolldownOptions: {
        input: {
          index: resolve('src/renderer/index.html'),
          figure: resolve('src/renderer/figureHost/figure.html'),
        },
        output: { banner: compiledAhead },
      },
    },
  },
});
