/**
 * node bench/appAnalyses.mjs [--out out/renderer]
 *
 * How long the window takes to answer, in Chromium, from the click to the frame with the answer in it: a circuit chosen and
 * fitted for a simulated spectrum, the phases of a simulated scan among the whole library, and the comparison of the
 * sample study's cells once they are measured. The first answer of a kind starts its worker; those after it do not.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { buildBench } from './buildBench.mjs';
import { createStaticServer, listen } from '../src/launch/staticServer.mjs';
import { findBrowser } from '../src/launch/findBrowser.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const SPECTRA = [
  'Li_LLTO_01_PEIS_pristine.mpr',
  'Li-Hg_LLTO_01_PEIS_pristine.mpr',
  'Li-Hg_LLTO_03_PEIS_after5.mpr',
];
const OFFLINE = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
const { values: options } = parseArgs({
  options: { out: { type: 'string', default: join(ROOT, 'out/renderer') } },
});

/** In the page: clicks, and the time until a frame has been drawn in which the answer is there. */
function timed({ press, answer }) {
  const find = ({ selector, text }) =>
    [...document.querySelectorAll(selector)].find(
      (element) => new RegExp(text, 'u').test(element.textContent) && element.getClientRects().length > 0,
    );
  const button = find(press);
  if (!button) throw new Error(`nothing to press: ${press.text}`);
  const start = performance.now();
  button.click();
  return new Promise((done, failed) => {
    const look = () => {
      const passed = performance.now() - start;
      if (find(answer)) done(passed);
      else if (passed > 60_000) failed(new Error(`no answer: ${answer.text}`));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

async function addFiles(page, paths) {
  const asked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add files' }).first().click();
  await (await asked).setFiles(paths);
  await page.getByRole('heading', { name: /^Imported: / }).waitFor();
}

/** A window of its own with an empty study. */
async function newStudy(browser, port) {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  return page;
}

async function chosenCircuits(browser, port) {
  const page = await newStudy(browser, port);
  await page.getByRole('button', { name: 'New study' }).first().click();
  const folder = join(ROOT, 'resources/sample-study/simulated-impedance');
  await addFiles(
    page,
    SPECTRA.map((name) => join(folder, name)),
  );
  await page.getByRole('tab', { name: 'Impedance' }).click();
  const times = [];
  for (const name of SPECTRA) {
    await page.getByRole('treeitem', { name }).first().click();
    if (times.length === 0)
      await page
        .getByRole('radiogroup', { name: 'What to look at' })
        .getByText('Fit', { exact: true })
        .click();
    await page.getByRole('button', { name: 'Fit', exact: true }).waitFor();
    await page.waitForTimeout(1000);
    times.push(
      await page.evaluate(timed, {
        press: { selector: 'button', text: '^Fit$' },
        answer: { selector: 'table[aria-label="Candidates"] tr', text: 'R0' },
      }),
    );
  }
  await page.context().close();
  return times;
}

async function namedPhases(browser, port, scan) {
  const page = await newStudy(browser, port);
  await page.getByRole('button', { name: 'New study' }).first().click();
  await addFiles(page, [scan]);
  await page.getByRole('tab', { name: 'Diffraction' }).click();
  await page.getByRole('treeitem', { name: 'scan.xy' }).first().click();
  await page.getByRole('combobox', { name: 'X-rays' }).click();
  await page.getByRole('option', { name: 'CuKa', exact: true }).click();
  const times = [];
  for (const elements of ['Li Hg La Ti O C H', 'Li Hg La Ti O', 'Li Hg La Ti O C']) {
    await page.getByRole('textbox', { name: 'Elements that the sample may hold' }).fill(elements);
    await page.waitForTimeout(1000);
    times.push(
      await page.evaluate(timed, {
        press: { selector: 'button', text: '^Identify phases' },
        answer: { selector: 'tr', text: 'LiHg3.*present' },
      }),
    );
  }
  await page.context().close();
  return times;
}

async function comparedCells(browser, port) {
  const page = await newStudy(browser, port);
  await page.getByRole('button', { name: 'Open the sample study' }).first().click();
  await page.getByText(/^Imported: \d+ files$/u).waitFor({ timeout: 120_000 });
  await page.getByRole('tab', { name: 'Compare' }).click();
  await page.getByRole('button', { name: /^Measure \d+ cells$/ }).click();
  await page.getByText(/(\d+) of \1 cells are measured/).waitFor({ timeout: 300_000 });
  const times = [];
  for (let round = 0; round < 3; round++) {
    await page.getByRole('tab', { name: 'Data' }).click();
    await page.waitForTimeout(1000);
    times.push(
      await page.evaluate(timed, {
        press: { selector: '[role=tab]', text: '^Compare' },
        answer: { selector: 'tr', text: 'Polarisation' },
      }),
    );
  }
  await page.context().close();
  return times;
}

const OUT = resolve(import.meta.dirname, '../out/bench-analyses');
await buildBench(OUT, ['simulatedScan.ts']);
const folder = mkdtempSync(join(tmpdir(), 'amalgam-bench-'));
const scan = join(folder, 'scan.xy');
execFileSync('node', [join(OUT, 'simulatedScan.mjs'), scan]);
const found = findBrowser();
if (found === null) throw new Error('No Chromium-family browser was found; npm test says how to get one.');
const server = createStaticServer(options.out);
const port = await listen(server, 0);
const args = process.getuid?.() === 0 ? [...OFFLINE, '--no-sandbox'] : OFFLINE;
const browser = await chromium.launch({ executablePath: found.path, args });
const rowOf = (answer, [first, ...later], allowed) => ({
  answer,
  'first (ms)': Math.round(first),
  'later (ms)': later.map(Math.round).join(', '),
  'allowed (ms)': allowed,
});
try {
  console.log(
    `${found.path}, ${cpus().length} cores, load ${loadavg()[0].toFixed(1)}; from the click to the frame`,
  );
  console.table([
    rowOf('circuit chosen and fitted', await chosenCircuits(browser, port), 500),
    rowOf('phases among the whole library', await namedPhases(browser, port, scan), 500),
    rowOf('comparison of the sample study', await comparedCells(browser, port), 300),
  ]);
} finally {
  await browser.close();
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
}
