/**
 * The browser is killed at a random moment while files are imported; afterwards each file is stored whole or not at
 * all. A few rounds run in every test run; `npm run test:kill` runs many (AMALGAM_KILL_ROUNDS, AMALGAM_KILL_SEED).
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import { createStaticServer, listen } from '../../src/launch/staticServer.mjs';
import { seededRandom } from '../support/seededBytes.ts';
import { dropForReal } from './dropFiles.ts';
import { openKillableBrowser } from './killableBrowser.ts';
import { storedRows } from './storedRows.ts';
import { waitForApp } from './watchPage.ts';
import { RENDERER } from './webHost.ts';

const SAMPLE = resolve(import.meta.dirname, '../../resources/sample-study');
const FIRST = join(SAMPLE, 'simulated-LLTO/Li_LLTO_01.mpt');
const MORE = [
  'LLTO/Li_LLTO_02.csv',
  'LLTO/Li-Hg_LLTO_01.mpr',
  'LLTO/Li-Hg_LLTO_02.csv',
  'liquid/Al_liquid_01.csv',
];
const FILES = MORE.map((name) => join(SAMPLE, `simulated-${name}`));
const ROUNDS = Number(process.env['AMALGAM_KILL_ROUNDS'] ?? 2);
const SEED = Number(process.env['AMALGAM_KILL_SEED'] ?? 1);
/** From the choice of the files on; without it, what the same import takes here when nobody kills it. */
const FIXED_LATEST_MS = process.env['AMALGAM_KILL_LATEST_MS'];
const LARGE_ROWS = 1_200_000;

let folder = '';
let large = '';
let address = '';
let latest_ms = 0;
const server = createStaticServer(RENDERER);

/** More rows than one block holds, so that a column is several values of the database. Simulated, and only numbers. */
async function writeLarge(path: string): Promise<void> {
  const rows = Array.from({ length: LARGE_ROWS }, (_, i) => `${i},0.001,${(i % 97) / 1000}`);
  await writeFile(path, `time_s,current_A,voltage_V\n${rows.join('\n')}\n`);
}

test.beforeAll(async () => {
  test.setTimeout(180_000);
  folder = await mkdtemp(join(tmpdir(), 'amalgam-kill-'));
  large = join(folder, 'large.csv');
  await writeLarge(large);
  address = `http://127.0.0.1:${await listen(server, 0)}`;
  latest_ms = Number(FIXED_LATEST_MS ?? (await importDuration_ms(join(folder, 'profile'))));
  console.log(`Kill: ${ROUNDS} rounds, seed ${SEED}, within ${Math.round(latest_ms)} ms`);
});

test.afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function open(context: BrowserContext, path = '/'): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${address}${path}`);
  return page;
}

/** A study with one file that is stored for certain; the others are on their way when the browser is killed. */
async function importUntil(profile: string, wait_ms: number): Promise<void> {
  const browser = await openKillableBrowser(profile);
  const page = await open(browser.context);
  await page.getByRole('button', { name: 'New study' }).click();
  await expect(page.getByText('No cells yet')).toBeVisible();
  await dropForReal(page, [FIRST], 'main');
  await expect(page.getByRole('heading', { name: /^Imported: / })).toBeVisible();
  await dropForReal(page, [large, ...FILES], 'main');
  await page.waitForTimeout(wait_ms);
  await browser.kill();
}

/** How long the import takes, so that the kills fall into it on a slow machine and on a fast one, ms. */
async function importDuration_ms(profile: string): Promise<number> {
  const browser = await openKillableBrowser(profile);
  const page = await open(browser.context);
  await page.getByRole('button', { name: 'New study' }).click();
  await expect(page.getByText('No cells yet')).toBeVisible();
  const reader = await open(browser.context, '/figureHost/figure.html');
  const started = performance.now();
  await dropForReal(page, [FIRST, large, ...FILES], 'main');
  await expect
    .poll(async () => (await storedRows(reader)).files.length, { timeout: 60_000, intervals: [100] })
    .toBe(FILES.length + 2);
  const took_ms = performance.now() - started;
  await browser.kill();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  return took_ms;
}

async function whatIsLeft(profile: string) {
  const browser = await openKillableBrowser(profile);
  // The database as the kill left it: this page does not start the application, which would tidy up first.
  const left = await storedRows(await open(browser.context, '/figureHost/figure.html'));
  const page = await open(browser.context);
  await waitForApp(page);
  await expect(page.getByRole('treeitem', { name: /Li_LLTO_01\.mpt/u }).first()).toBeVisible();
  const opened = await storedRows(page);
  await browser.kill();
  return { left, opened };
}

const random = seededRandom(SEED);
const moments_permille = Array.from({ length: ROUNDS }, () => random.below(1000));

moments_permille.forEach((moment_permille, round) => {
  test(`round ${round + 1}: killed after ${moment_permille} ‰ of an import, each file is stored whole or not at all`, async () => {
    test.setTimeout(180_000);
    const profile = join(folder, `profile-${round}`);
    const moment_ms = Math.round((latest_ms * moment_permille) / 1000);
    await importUntil(profile, moment_ms);
    const { left, opened } = await whatIsLeft(profile);
    console.log(`Kill: round ${round + 1}, after ${moment_ms} ms: ${left.files.length} of 6 files stored`);
    expect(left.faults).toEqual([]);
    expect(left.files).toContain('Li_LLTO_01.mpt');
    expect(opened).toEqual(left);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });
});
