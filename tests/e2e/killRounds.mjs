/** `npm run test:kill [-- ROUNDS [SEED]]`: many rounds of kill.spec.ts. Note the last lines in docs/quality.md. */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { buildApp, isBuilt } from '../../src/launch/build.mjs';
import { BROWSER_VARIABLE } from '../../src/launch/findBrowser.mjs';
import { getBrowser } from '../support/getBrowser.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const [rounds = '40', seed = String(Date.now() % 100_000)] = process.argv.slice(2);
const browser = await getBrowser(ROOT);
if (browser === null) throw new Error(`No Chromium could be found or fetched; set ${BROWSER_VARIABLE}.`);
if (!isBuilt(ROOT) && !buildApp(ROOT)) process.exit(1);
const program = join(ROOT, 'node_modules/@playwright/test/cli.js');
const config = join(ROOT, 'tests/e2e/playwright.config.ts');
const { status } = spawnSync(
  process.execPath,
  [program, 'test', '-c', config, '--project=web', '--reporter=list', 'kill.spec.ts'],
  {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      ...process.env,
      [BROWSER_VARIABLE]: browser.path,
      AMALGAM_KILL_ROUNDS: rounds,
      AMALGAM_KILL_SEED: seed,
    },
  },
);
process.exitCode = status ?? 1;
