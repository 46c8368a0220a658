import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { expect, test } from './launchApp.ts';
import type { RunningApp } from './runningApp.ts';

const SAMPLE = resolve(import.meta.dirname, '../../resources/sample-study/simulated-LLTO');
const BARE = resolve(SAMPLE, 'Li_LLTO_01.mpt');

/** A study with one file that is chosen in the tree, in the Cycling view. */
async function showRun(app: RunningApp, path = BARE): Promise<void> {
  const { page } = app;
  await page.getByRole('button', { name: 'New study' }).click();
  await app.pickFiles([path], () => page.getByRole('button', { name: 'Add files' }).click());
  await expect(page.getByRole('heading', { name: /^Imported: / })).toBeVisible();
  await page.getByRole('tab', { name: 'Cycling' }).click();
  // What was just imported is seen before it is chosen or belongs to a cell.
  await expect(page.getByRole('img', { name: 'Voltage against time' })).toBeVisible();
  await page
    .getByRole('treeitem', { name: basename(path) })
    .first()
    .click();
}

test(
  'a chosen run is drawn with units on its axes, and its half cycles are listed',
  { tag: '@view' },
  async ({ launchApp }) => {
    const app = await launchApp();
    await showRun(app);
    const plot = app.page.getByRole('img', { name: 'Voltage against time' });
    await expect(plot.getByText('Time (h)')).toBeVisible();
    await expect(plot.getByText('Voltage (V)')).toBeVisible();
    const table = app.page.getByRole('region', { name: /Table of half cycles/ });
    await expect(table.getByRole('columnheader', { name: 'Polarisation mV' })).toBeVisible();
    await expect(table.getByText('positive').first()).toBeVisible();
  },
);

test(
  'in a window of 1280 pixels the controls of each plot stand in one row',
  { tag: '@view' },
  async ({ launchApp }) => {
    const app = await launchApp();
    await showRun(app);
    const toolbar = app.page.getByRole('toolbar', { name: 'Cycling plot' });
    const plots = toolbar.getByRole('radiogroup', { name: 'What is drawn' });
    for (const plot of ['Time', 'Polarisation', 'dQ/dV']) {
      await plots.getByText(plot, { exact: true }).click();
      const controls = toolbar.locator('[role=radiogroup], button');
      const boxes = await controls.evaluateAll((all) => all.map((each) => each.getBoundingClientRect()));
      expect(boxes.length).toBeGreaterThan(5);
      // A second row would begin below the middle of the first.
      const middle = (boxes[0]?.y ?? 0) + (boxes[0]?.height ?? 0) / 2;
      expect(boxes.every(({ y, bottom }) => y < middle && bottom > middle)).toBe(true);
    }
    // Icons that have names.
    await plots.getByText('Time', { exact: true }).click();
    await toolbar.getByRole('radio', { name: 'Overlaid' }).focus();
    await app.page.keyboard.press('ArrowRight');
    await expect(toolbar.getByRole('radio', { name: 'Stacked' })).toBeChecked();
  },
);

test(
  'capacity per area is refused with the reason while the area is not set',
  { tag: '@view' },
  async ({ launchApp }) => {
    const app = await launchApp();
    await showRun(app);
    await expect(app.page.getByRole('radio', { name: /per cm²/ })).toBeDisabled();
    await expect(app.page.getByText(/^Electrode area not set: /)).toBeVisible();
  },
);

test(
  'a box drawn over the plot zooms its time axis, a double click brings all back',
  { tag: '@view' },
  async ({ launchApp }) => {
    const app = await launchApp();
    await showRun(app);
    const plot = app.page.getByRole('img', { name: 'Voltage against time' });
    // A drawing keeps the labels it can use again, so their order in it says nothing.
    const ticks = async () => (await plot.locator('.xtick').allTextContents()).filter(Boolean).sort();
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
  },
);

test(
  'what a symmetric cell says as a whole is told, Sand’s time once its salt is typed, and undone',
  { tag: '@view' },
  async ({ launchApp }) => {
    const app = await launchApp();
    const { page } = app;
    await page.getByRole('button', { name: 'Open the sample study' }).click();
    await expect(page.getByText(/36 cells · 57 measurements/)).toBeVisible({ timeout: 60_000 });
    await page.getByRole('treeitem', { name: 'Li_liquid_01' }).first().click();
    await page.getByRole('tab', { name: 'Cycling' }).click();
    await page.getByRole('radiogroup', { name: 'What is drawn' }).getByText('Half cycles').click();
    const table = page.getByRole('region', { name: /Table of half cycles/ });
    for (const name of ['Hysteresis, two-sided mV', 'Shape', 'iR drop mV', 'Resistance of the cell Ω cm²'])
      await expect(table.getByRole('columnheader', { name })).toBeAttached();
    const notes = page.getByRole('region', { name: 'Symmetric cells' });
    await expect(
      notes.getByText('Sand’s time: not given, the salt concentration is not known.'),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Salt of the electrolyte' }).click();
    const type = async (label: RegExp, value: string) => {
      await page.getByLabel(label).fill(value);
      await page.getByLabel(label).press('Enter');
    };
    await type(/^Concentration/, '1');
    await type(/^Ambipolar/, '3e-6');
    await type(/^Transference/, '1.2');
    await expect(page.getByText('A number above 0 and at most 1, such as 0.38.')).toBeVisible();
    await type(/^Transference/, '0.38');
    await expect(notes.getByText(/^Sand’s time: with 1 mol\/L/)).toBeVisible();
    await expect(table.getByRole('columnheader', { name: 'Sand’s time h' })).toBeAttached();
    await page.getByRole('button', { name: /^Undo/ }).click();
    await expect(notes.getByText(/^Sand’s time: not given, the transference/)).toBeVisible();
  },
);

test('the page on screen has the size of the exported figure', { tag: '@view' }, async ({ launchApp }) => {
  const app = await launchApp();
  await showRun(app);
  await app.page.getByRole('button', { name: 'Show the page as it is exported' }).click();
  const drawing = app.page.getByRole('img', { name: 'Voltage against time' }).locator('svg').first();
  // 180 mm at 96 pixels an inch.
  await expect
    .poll(async () => Number(await drawing.getAttribute('width')))
    .toBeCloseTo((180 / 25.4) * 96, 1);
});

interface Place {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** In the page: where the words of a drawing stand, in pixels from its corner; an SVG as text is drawn for the purpose. */
function placesOfText(drawing: Element, svg: string | null): readonly Place[] {
  const shown = drawing.querySelectorAll('svg.main-svg');
  const added = svg === null ? null : new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  const roots = added ? [document.body.appendChild(document.importNode(added, true))] : [...shown];
  const corner = roots[0]?.getBoundingClientRect();
  const places = roots.flatMap((root) =>
    [...root.querySelectorAll('.xtick text, .ytick text')].map((label) => {
      const { left, top } = label.getBoundingClientRect();
      return { text: label.textContent, x: left - (corner?.left ?? 0), y: top - (corner?.top ?? 0) };
    }),
  );
  if (added) roots[0]?.remove();
  return places.sort((a, b) => a.y - b.y || a.x - b.x);
}

test(
  'the page on screen and the exported SVG have their tick labels in the same places',
  { tag: '@view' },
  async ({ launchApp }) => {
    const app = await launchApp();
    await showRun(app);
    await app.page.getByRole('button', { name: 'Show the page as it is exported' }).click();
    const plot = app.page.getByRole('img', { name: 'Voltage against time' });
    const drawing = plot.locator('svg').first();
    await expect
      .poll(async () => Number(await drawing.getAttribute('width')))
      .toBeCloseTo((180 / 25.4) * 96, 1);
    const { bytes } = await app.savedFile(async () => {
      await app.page.getByRole('button', { name: 'Export the figure' }).click();
      await app.page.getByRole('menuitem', { name: /^SVG/ }).click();
    });
    const screen = await plot.evaluate(placesOfText, null);
    const file = await plot.evaluate(placesOfText, new TextDecoder().decode(bytes));
    expect(screen.length).toBeGreaterThan(6);
    expect(file.map(({ text }) => text)).toEqual(screen.map(({ text }) => text));
    for (const [i, label] of file.entries()) {
      expect(Math.abs(label.x - (screen[i]?.x ?? NaN))).toBeLessThan(0.5);
      expect(Math.abs(label.y - (screen[i]?.y ?? NaN))).toBeLessThan(0.5);
    }
  },
);

/** ±50 mV for fifty minutes each. */
async function writeWithoutCurrent(path: string): Promise<string> {
  const rows = Array.from({ length: 400 }, (_, i) => `${i * 60}\t${i % 100 < 50 ? 0.05 : -0.05}`);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, ['time/s\tEwe/V', ...rows, ''].join('\r\n'));
  return path;
}

test(
  'a run without a current is drawn, says why it has no half cycles, and has them once a current is set',
  { tag: '@view' },
  async ({ launchApp }, testInfo) => {
    const path = await writeWithoutCurrent(testInfo.outputPath('noCurrent.txt'));
    const app = await launchApp();
    await showRun(app, path);
    await expect(app.page.getByText(/^No half cycles without a current: noCurrent\.txt/)).toBeVisible();
    await expect(app.page.getByText('Not shown')).toBeHidden();
    await app.page.getByRole('textbox', { name: 'noCurrent.txt' }).fill('2');
    await app.page.keyboard.press('Enter');
    const table = app.page.getByRole('region', { name: /Table of half cycles, 8 half cycles/ });
    await expect(table.getByRole('cell', { name: '50.00', exact: true }).first()).toBeVisible();
    await expect(table.getByRole('cell', { name: '2.000', exact: true }).first()).toBeVisible();
  },
);

test('a current set for a cell is kept with the cell, undone with the keyboard, and survives the end of the program', async ({
  launchApp,
}, testInfo) => {
  const path = await writeWithoutCurrent(testInfo.outputPath('noCurrent.txt'));
  const app = await launchApp();
  const { page } = app;
  await page.getByRole('button', { name: 'New study' }).click();
  await app.pickFiles([path], () => page.getByRole('button', { name: 'Add files' }).click());
  await page.getByRole('button', { name: 'Assign by name' }).first().click();
  await page.getByRole('textbox', { name: 'Naming pattern' }).fill('{cell}');
  await page.getByRole('button', { name: 'Assign 1 file' }).click();
  await page.getByRole('tab', { name: 'Cycling' }).click();
  await page.getByRole('treeitem', { name: 'noCurrent' }).first().click();
  const field = page.getByRole('textbox', { name: 'noCurrent', exact: true });
  const table = page.getByRole('region', { name: /Table of half cycles, 8 half cycles/ });
  await field.fill('2');
  await page.keyboard.press('Enter');
  await expect(table).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/^No half cycles without a current/)).toBeVisible();
  await expect(field).toHaveValue('');
  await page.keyboard.press('Control+Shift+z');
  await expect(table).toBeVisible();
  // Shown before it is stored; the step can be undone again once it is.
  await expect(page.getByRole('button', { name: /^Undo: Current that was set/ })).toBeEnabled();
  await page.reload();
  await page.getByRole('treeitem', { name: 'noCurrent' }).first().click();
  await expect(table).toBeVisible();
  await expect(field).toHaveValue('2 mA');
});
