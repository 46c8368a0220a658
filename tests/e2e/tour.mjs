/** `npm run tour`: opens the sample study in the browser build and takes the two screenshots of the README. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { buildApp, isBuilt } from '../../src/launch/build.mjs';
import { createStaticServer, listen } from '../../src/launch/staticServer.mjs';
import { findBrowser } from '../../src/launch/findBrowser.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const IMAGES = join(ROOT, 'docs/images');
const CELLS = ['Li_LLTO_01', 'Li_LLTO_02', 'Li_LLTO_03', 'Li-Hg_LLTO_01', 'Li-Hg_LLTO_02', 'Li-Hg_LLTO_03'];
const OFFLINE = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** @param {import('playwright-core').Page} page */
async function openSampleStudy(page) {
  await page.getByRole('button', { name: 'Open the sample study' }).first().click();
  await page.getByText(/^Imported: \d+ files$/u).waitFor({ timeout: 180_000 });
  await page.getByRole('button', { name: 'Clear finished' }).click();
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} name
 */
const treeItem = (page, name) => page.getByRole('treeitem', { name: new RegExp(`^${name}\\b`, 'u') }).first();

/** @param {import('playwright-core').Page} page */
async function showReceipt(page) {
  await treeItem(page, 'Li-Hg_LLTO_02').click();
  await page.keyboard.press('ArrowRight');
  await page
    .getByRole('treeitem', { name: /Li-Hg_LLTO_02\.csv/u })
    .first()
    .click();
}

/** @param {import('playwright-core').Page} page */
async function compareCells(page) {
  const [first = '', ...others] = CELLS;
  await treeItem(page, first).click();
  for (const name of others) await treeItem(page, name).click({ modifiers: ['ControlOrMeta'] });
  await page.getByRole('tab', { name: 'Cycling' }).click();
  await page.locator('.js-plotly-plot .plot-container, svg.main-svg').first().waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Inset of the first 15 h' }).click();
  // No hint of a button lies over the picture.
  await page.mouse.move(640, 700);
  // The plot draws its last traces a moment after it appears.
  await page.waitForTimeout(3000);
}

/** @param {import('playwright-core').Page} page */
async function takeTour(page) {
  await openSampleStudy(page);
  await showReceipt(page);
  await page.screenshot({ path: join(IMAGES, 'data.png') });
  await compareCells(page);
  await page.screenshot({ path: join(IMAGES, 'cycling.png') });
}

const found = findBrowser();
if (found === null) throw new Error('No Chromium-family browser was found; npm test says how to get one.');
if (!isBuilt(ROOT) && !buildApp(ROOT)) process.exit(1);
mkdirSync(IMAGES, { recursive: true });
const server = createStaticServer(join(ROOT, 'out/renderer'));
const port = await listen(server, 0);
const isRoot = process.getuid?.() === 0;
const browser = await chromium.launch({
  executablePath: found.path,
  args: isRoot ? [...OFFLINE, '--no-sandbox'] : OFFLINE,
});
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`http://127.0.0.1:${port}/`);
  await takeTour(page);
  console.log(`docs/images: data.png and cycling.png, taken with ${found.path}`);
} finally {
  await browser.close();
  server.closeAllConnections();
  server.close();
}
