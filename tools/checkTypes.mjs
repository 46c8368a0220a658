/**
 * npm run typecheck
 *
 * Checks the types of every layer, each against what it may see: core and figures know no host. The compiler is named by its
 * path, because the older one, whose parser the architecture tests use, puts its own `tsc` beside it.
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
const COMPILER = resolve(ROOT, 'node_modules/typescript/bin/tsc');
const PROJECTS = ['src/core', 'src/figures', 'src/renderer', '.'];

const codes = PROJECTS.map(
  (project) => spawnSync(process.execPath, [COMPILER, '-p', project], { cwd: ROOT, stdio: 'inherit' }).status,
);
process.exitCode = codes.every((code) => code === 0) ? 0 : 1;
