/**
 * npm run test:soak [-- --minutes 5 --out out/renderer]
 *
 * The application in Chromium for a long time: a file is imported, drawn, zoomed and panned, another study is opened, the
 * file is removed, over and over. Prints the heap of the page after each collection of garbage, the number of its elements,
 * and how much the heap grew a round from the third round on. Ends with 1 when that is more than GROWTH_MB.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { findBrowser } from '../src/launch/findBrowser.mjs';
import { createStaticServer, listen } from '../src/launch/staticServer.mjs';
import { writeExport } from './generateExports.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const ROWS = 100_000;
/** More a round than noise; a column of the file that is never let go is 0.8 MB. */
const GROWTH_MB = 0.4;
/** Caches fill and code is compiled in the first rounds. */
const SETTLED = 3;

const { values: options } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    out: { type: 'string', default: join(ROOT, 'out/renderer') },
  },
});

async function addFile(page, path) {
  const asked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add files' }).first().click();
  await (await asked).setFiles([path]);
  await page.getByRole('heading', { name: /^Imported: / }).waitFor({ timeout: 120_000 });
}

async function drawAndZoom(page) {
  await page.locator('.tree-row[data-kind="dataset"]').first().click();
  await page.getByRole('tab', { name: 'Cycling' }).click();
  await page.locator('[data-figure] .js-line').first().waitFor({ state: 'attached', timeout: 60_000 });
  const { x, y, width, height } = await page.locator('[data-figure] .nsewdrag').first().boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  for (let turn = 0; turn < 10; turn++) {
    await page.mouse.wheel(0, turn % 2 === 0 ? -240 : 200);
    await page.waitForTimeout(150);
  }
}

/** The study menu lists the studies by their names. */
async function switchStudy(page, name) {
  await page.locator('.study-name').click();
  await page.getByRole('menuitem', { name, exact: true }).first().click();
  await page.waitForTimeout(300);
}

async function removeFile(page) {
  await page.getByRole('tab', { name: 'Data' }).click();
  await page.locator('.tree-row[data-kind="dataset"]').first().click();
  await page.keyboard.press('Delete');
  await page.locator('.tree-row[data-kind="dataset"]').first().waitFor({ state: 'detached' });
  const clear = page.getByRole('button', { name: 'Clear finished' });
  if (await clear.isVisible()) await clear.click();
}

async function measured(session) {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = await session.send('Runtime.getHeapUsage');
  const { nodes } = await session.send('Memory.getDOMCounters');
  return { heap_MB: usedSize / 1e6, arrays_MB: backingStorageSize / 1e6, nodes };
}

async function soak(page, path) {
  const session = await page.context().newCDPSession(page);
  const end = Date.now() + Number(options.minutes) * 60_000;
  const rounds = [];
  while (Date.now() < end) {
    await addFile(page, path);
    await drawAndZoom(page);
    await switchStudy(page, 'Untitled study 2');
    await switchStudy(page, 'Untitled study');
    await removeFile(page);
    const now = await measured(session);
    rounds.push(now);
    const numbers = [now.heap_MB.toFixed(1), now.arrays_MB.toFixed(1), now.nodes];
    console.log(`| ${[rounds.length, ...numbers].join(' | ')} |`);
  }
  return rounds;
}

/** Slope of a straight line through the heaps, so that one round that was measured early does not decide. */
function growth_MB(rounds) {
  const heaps = rounds.slice(SETTLED).map(({ heap_MB }) => heap_MB);
  const middle = (heaps.length - 1) / 2;
  const mean = heaps.reduce((sum, heap) => sum + heap, 0) / heaps.length;
  const rise = heaps.reduce((sum, heap, i) => sum + (i - middle) * (heap - mean), 0);
  return rise / heaps.reduce((sum, _, i) => sum + (i - middle) ** 2, 0);
}

const found = findBrowser();
if (found === null) throw new Error('No Chromium-family browser was found; npm test says how to get one.');
const folder = mkdtempSync(join(tmpdir(), 'amalgam-soak-'));
const server = createStaticServer(options.out);
const port = await listen(server, 0);
const args = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
if (process.getuid?.() === 0) args.push('--no-sandbox');
const browser = await chromium.launch({ executablePath: found.path, args });
try {
  const path = join(folder, 'run.csv');
  writeExport(path, { kind: 'newareEight', rows: ROWS, seed: 20240920 });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.getByRole('button', { name: 'New study' }).first().click();
  await page.getByText('No cells yet').waitFor();
  await page.locator('.study-name').click();
  await page.getByRole('menuitem', { name: 'New study' }).click();
  await page.waitForTimeout(500);
  await switchStudy(page, 'Untitled study');
  console.log('| round | heap, MB | typed arrays, MB | elements |\n|--:|--:|--:|--:|');
  const growth = growth_MB(await soak(page, path));
  console.log(`The heap grew by ${growth.toFixed(2)} MB a round.`);
  if (!(growth <= GROWTH_MB)) process.exitCode = 1;
} finally {
  await browser.close();
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
}
