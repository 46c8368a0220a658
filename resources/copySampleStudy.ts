/** The browser build carries the sample study beside its page; Electron reads it from its own resources. */
import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

export function copySampleStudy(): Plugin {
  return {
    name: 'copy-sample-study',
    apply: 'build',
    writeBundle({ dir }) {
      if (dir === undefined) return;
      cpSync(resolve('resources/sample-study'), join(dir, 'sample-study'), { recursive: true });
    },
  };
}
