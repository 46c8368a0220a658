/**
 * npm run bench:app [-- --rows 1000000,5000000 --out out/renderer --kind newareEight --profile file.cpuprofile]
 *
 * The application itself in Chromium: from choosing a file of so many simulated rows (Neware, 8 columns; --kind neware has 12) to a plot that
 * answers, the longest frame while the file loads and until its plot and table are drawn, and how long zooming and panning take until the new frame is on the screen (p95).
 * Beside these stands the processor time of the interface's thread, until the plot and a gesture (finer samples included):
 * other programs on the machine change it far less.
 */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { createStaticServer, listen } from '../src/launch/staticServer.mjs';
import { findBrowser } from '../src/launch/findBrowser.mjs';
import { writeExport } from './generateExports.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const SEED = 20240920;
const STEPS = 30;
const OFFLINE = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000,5000000' },
    kind: { type: 'string', default: 'newareEight' },
    out: { type: 'string', default: join(ROOT, 'out/renderer') },
    profile: { type: 'string' },
  },
});

function quantile(numbers, q) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? NaN;
}

/** In the page: the time between frames, for as long as it is open. */
function watchFrames() {
  globalThis.longestFrame_ms = 0;
  let last = performance.now();
  const next = () => {
    const now = performance.now();
    globalThis.longestFrame_ms = Math.max(globalThis.longestFrame_ms, now - last);
    last = now;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}

async function busy_ms(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * metrics.find(({ name }) => name === 'TaskDuration').value;
}

/** In the page: sends an event to the plot and waits until the frame with its answer has been drawn. */
async function gesture({ kind, step }) {
  const target = document.querySelector('[data-figure] .nsewdrag');
  const { left, top, width, height } = target.getBoundingClientRect();
  const at = { clientX: left + width * 0.4, clientY: top + height / 2, bubbles: true, cancelable: true };
  const plot = document.querySelector('[data-figure]');
  const done = new Promise((resolved) => {
    plot.once('plotly_relayout', () => requestAnimationFrame(() => setTimeout(resolved)));
  });
  const start = performance.now();
  if (kind === 'zoom') {
    target.dispatchEvent(new WheelEvent('wheel', { ...at, deltaY: step % 2 === 0 ? -120 : 110 }));
  } else {
    const drag = { ...at, shiftKey: true, button: 0, buttons: 1 };
    target.dispatchEvent(new MouseEvent('mousedown', drag));
    const moved = { ...drag, clientX: at.clientX + (step % 2 === 0 ? 60 : -60) };
    document.dispatchEvent(new MouseEvent('mousemove', moved));
    document.dispatchEvent(new MouseEvent('mouseup', moved));
  }
  await done;
  return performance.now() - start;
}

async function gestures(page, session, kind) {
  const wall = [];
  const before = await busy_ms(session);
  for (let step = 0; step < STEPS; step++) {
    wall.push(await page.evaluate(gesture, { kind, step }));
    // The finer samples follow when the hand rests; their cost counts where the thread's is counted.
    await page.waitForTimeout(step % 5 === 4 ? 400 : 60);
  }
  return { wall, busy: ((await busy_ms(session)) - before) / STEPS };
}

/** Until the plotting library, which the window loads when it is first idle, is there: nobody drops a file in that second. */
async function settled(page) {
  const isPlotting = () =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('plotly'));
  await page.waitForFunction(isPlotting, undefined, { timeout: 60_000 });
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(1500);
}

/** Milliseconds from the chosen file to a plot with a line in it, and the longest frame in between. */
async function openRun(page, session, path) {
  await page.getByRole('button', { name: 'New study' }).first().click();
  await settled(page);
  const asked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add files' }).first().click();
  const chooser = await asked;
  await page.evaluate(watchFrames);
  const before = await busy_ms(session);
  const start = performance.now();
  await chooser.setFiles([path]);
  const file = page.getByRole('treeitem', { name: /run\.csv/u }).first();
  await file.waitFor({ timeout: 600_000 });
  const loadFrame_ms = await page.evaluate(() => globalThis.longestFrame_ms);
  await file.click();
  await page.getByRole('tab', { name: 'Cycling' }).click();
  await page.locator('[data-figure] .js-line').first().waitFor({ state: 'attached', timeout: 60_000 });
  const open_ms = performance.now() - start;
  const openBusy_ms = (await busy_ms(session)) - before;
  await page.locator('.technique-table table').waitFor({ timeout: 120_000 });
  return {
    open_ms,
    openBusy_ms,
    loadFrame_ms,
    frame_ms: await page.evaluate(() => globalThis.longestFrame_ms),
  };
}

async function measure(browser, port, path) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(`http://127.0.0.1:${port}/`);
  if (options.profile) {
    await session.send('Profiler.enable');
    await session.send('Profiler.start');
  }
  const opened = await openRun(page, session, path);
  const zoom = await gestures(page, session, 'zoom');
  const pan = await gestures(page, session, 'pan');
  if (options.profile) {
    const { profile } = await session.send('Profiler.stop');
    writeFileSync(options.profile, JSON.stringify(profile));
  }
  await context.close();
  return { ...opened, zoom, pan };
}

function row(rows, { open_ms, openBusy_ms, loadFrame_ms, frame_ms, zoom, pan }) {
  const both = ({ wall, busy }) => [quantile(wall, 0.95).toFixed(0), busy.toFixed(0)];
  const cells = [
    rows.toLocaleString('en'),
    open_ms.toFixed(0),
    openBusy_ms.toFixed(0),
    loadFrame_ms.toFixed(0),
    frame_ms.toFixed(0),
    ...both(zoom),
    ...both(pan),
  ];
  return `| ${cells.join(' | ')} |`;
}

const found = findBrowser();
if (found === null) throw new Error('No Chromium-family browser was found; npm test says how to get one.');
const folder = mkdtempSync(join(tmpdir(), 'amalgam-bench-'));
const server = createStaticServer(options.out);
const port = await listen(server, 0);
const isRoot = process.getuid?.() === 0;
const args = isRoot ? [...OFFLINE, '--no-sandbox'] : OFFLINE;
const browser = await chromium.launch({ executablePath: found.path, args });
try {
  const load = loadavg()[0].toFixed(1);
  console.log(`${found.path}, ${cpus().length} cores, load ${load}; ms, p95 of ${STEPS} gestures`);
  console.log(
    '| rows | file to plot | busy | longest frame, loading | and drawing | zoom | busy | pan | busy |\n|--:|--:|--:|--:|--:|--:|--:|--:|--:|',
  );
  for (const rows of options.rows.split(',').map(Number)) {
    const path = join(folder, 'run.csv');
    writeExport(path, { kind: options.kind, rows, seed: SEED });
    const measured = await measure(browser, port, path);
    console.log(row(rows, measured), `${(statSync(path).size / 1e6).toFixed(0)} MB`);
  }
} finally {
  await browser.close();
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
}
