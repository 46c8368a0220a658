import { resolve } from 'node:path';
import { expect, test } from './launchApp.ts';
import type { RunningApp } from './runningApp.ts';

const SAMPLE = resolve(import.meta.dirname, '../../resources/sample-study/simulated-LLTO');
const BARE = resolve(SAMPLE, 'Li_LLTO_01.mpt');

/** A study with one file that is chosen in the tree, in the Cycling view. */
async function showRun(app: RunningApp): Promise<void> {
  const { page } = app;
  await page.getByRole('button', { name: 'New study' }).click();
  await app.pickFiles([BARE], () => page.getByRole('button', { name: 'Add files' }).click());
  await expect(page.getByRole('heading', { name: /^Imported: / })).toBeVisible();
  await page.getByRole('tab', { name: 'Cycling' }).click();
  await expect(page.getByRole('heading', { name: 'No cycling data to show' })).toBeVisible();
  await page
    .getByRole('treeitem', { name: /Li_LLTO_01\.mpt/ })
    .first()
    .click();
  await expect(page.getByRole('img', { name: 'Voltage against time' })).toBeVisible();
}

test('a chosen run is drawn with units on its axes, and its half cycles are listed', async ({
  launchApp,
}) => {
  const app = await launchApp();
  await showRun(app);
  const plot = app.page.getByRole('img', { name: 'Voltage against time' });
  await expect(plot.getByText('Time (h)')).toBeVisible();
  await expect(plot.getByText('Voltage (V)')).toBeVisible();
  const table = app.page.getByRole('region', { name: /Table of half cycles/ });
  await expect(table.getByRole('columnheader', { name: 'Polarisation mV' })).toBeVisible();
  await expect(table.getByText('positive').first()).toBeVisible();
});

test('capacity per area is refused with the reason while the area is not set', async ({ launchApp }) => {
  const app = await launchApp();
  await showRun(app);
  await expect(app.page.getByRole('radio', { name: /per cm²/ })).toBeDisabled();
  await expect(app.page.getByText(/^Electrode area not set: /)).toBeVisible();
});

test('a box drawn over the plot zooms its time axis, a double click brings all back', async ({
  launchApp,
}) => {
  const app = await launchApp();
  await showRun(app);
  const plot = app.page.getByRole('img', { name: 'Voltage against time' });
  const ticks = () => plot.locator('.xtick').allTextContents();
  await expect(plot.locator('.js-line').first()).toBeAttached();
  const before = await ticks();
  const box = await plot.boundingBox();
  if (!box) throw new Error('no plot');
  const middle = box.y + box.height / 2;
  await app.page.mouse.move(box.x + 0.4 * box.width, middle);
  await app.page.mouse.down();
  await app.page.mouse.move(box.x + 0.6 * box.width, middle + 2, { steps: 4 });
  await app.page.mouse.up();
  await expect.poll(ticks).not.toEqual(before);
  await app.page.mouse.dblclick(box.x + 0.5 * box.width, middle);
  await expect.poll(ticks).toEqual(before);
});

test('the page on screen has the size of the exported figure', async ({ launchApp }) => {
  const app = await launchApp();
  await showRun(app);
  await app.page.getByRole('button', { name: 'Show the page as it is exported' }).click();
  const drawing = app.page.getByRole('img', { name: 'Voltage against time' }).locator('svg').first();
  // 180 mm at 96 pixels an inch.
  await expect
    .poll(async () => Number(await drawing.getAttribute('width')))
    .toBeCloseTo((180 / 25.4) * 96, 1);
});
