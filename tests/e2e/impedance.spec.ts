import { basename, resolve } from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, test } from './launchApp.ts';
import type { RunningApp } from './runningApp.ts';

const SAMPLE = resolve(import.meta.dirname, '../../resources/sample-study/simulated-impedance');
const PRISTINE = resolve(SAMPLE, 'Li_LLTO_01_PEIS_pristine.mpr');
/** Points of each simulated spectrum. */
const POINTS = 57;

/** A study with one spectrum that is chosen in the tree, in the Impedance view. */
async function showSpectrum(app: RunningApp, path = PRISTINE): Promise<Locator> {
  const { page } = app;
  await page.getByRole('button', { name: 'New study' }).click();
  await app.pickFiles([path], () => page.getByRole('button', { name: 'Add files' }).click());
  await expect(page.getByRole('heading', { name: /^Imported: / })).toBeVisible();
  await page.getByRole('tab', { name: 'Impedance' }).click();
  await page
    .getByRole('treeitem', { name: basename(path) })
    .first()
    .click();
  const plot = page.getByRole('img', { name: 'Nyquist and Bode plot' });
  await expect(plot.locator('.points path.point').first()).toBeVisible();
  return plot;
}

async function choose(app: RunningApp, group: string, option: string): Promise<void> {
  await app.page.getByRole('radiogroup', { name: group }).getByText(option, { exact: true }).click();
}

/** In the page: pixels of one unit along both axes of the first panel, from its ticks; an SVG as text is parsed. */
function pixelsPerUnit(drawing: Element, svg: string | null): readonly [number, number] {
  const root = svg === null ? drawing : new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  const panel = root.querySelector('g.subplot.xy');
  const layer = (axis: string) => [...root.querySelectorAll(`.${axis}axislayer-above .${axis}tick text`)];
  if (!panel) throw new Error('no panel');
  const scale = (axis: 'x' | 'y'): number => {
    const ticks = layer(axis).map((label) => ({
      value: Number(label.textContent.replace('−', '-')),
      at: new DOMMatrix(getTransform(label))[axis === 'x' ? 'e' : 'f'],
    }));
    const [first, last] = [ticks[0], ticks.at(-1)];
    if (!first || !last || ticks.length < 2) throw new Error(`no ticks of ${axis}`);
    return Math.abs((last.at - first.at) / (last.value - first.value));
  };
  function getTransform(label: Element): string {
    return (label.getAttribute('transform') ?? '').replace(
      /translate\(([^,]+),([^)]+)\)/,
      'translate($1px,$2px)',
    );
  }
  return [scale('x'), scale('y')];
}

test(
  'a chosen spectrum is drawn with units, and a point under the pointer is marked in every panel',
  { tag: '@view' },
  async ({ launchApp }) => {
    const app = await launchApp();
    const plot = await showSpectrum(app);
    await expect(plot.getByText("Z' (Ω)", { exact: true })).toBeVisible();
    await expect(plot.getByText('Frequency (Hz)').first()).toBeVisible();
    await expect(plot.getByText('10 kHz')).toBeVisible();
    const point = await plot.locator('.subplot.xy .points path.point').nth(20).boundingBox();
    if (!point) throw new Error('no point');
    await app.page.mouse.move(point.x + point.width / 2, point.y + point.height / 2);
    // Nyquist, |Z| and phase.
    await expect(plot.locator('.linked-mark')).toHaveCount(3);
    await expect(plot.locator('.linked-words').first()).toHaveText(/Hz$/);
  },
);

test(
  'one ohm is as long upwards as to the right: on screen at any size, zoomed, and in the exported SVG',
  { tag: '@view' },
  async ({ launchApp }) => {
    const app = await launchApp();
    await showSpectrum(app);
    await choose(app, 'Panels', 'Nyquist');
    const plot = app.page.getByRole('img', { name: 'Nyquist plot' });
    const ratio = async (svg: string | null = null) => {
      const [x, y] = await plot.evaluate(pixelsPerUnit, svg);
      return x / y;
    };
    for (const [width, height] of [
      [1280, 800],
      [1000, 900],
      [1920, 1080],
    ] as const) {
      await app.page.setViewportSize({ width, height });
      await expect.poll(async () => Math.abs((await ratio()) - 1)).toBeLessThan(0.005);
    }
    const box = await plot.boundingBox();
    if (!box) throw new Error('no plot');
    await app.page.mouse.move(box.x + 0.3 * box.width, box.y + 0.5 * box.height);
    await app.page.mouse.down();
    await app.page.mouse.move(box.x + 0.7 * box.width, box.y + 0.8 * box.height, { steps: 4 });
    await app.page.mouse.up();
    await expect.poll(async () => Math.abs((await ratio()) - 1)).toBeLessThan(0.005);
    const { bytes } = await app.savedFile(async () => {
      await app.page.getByRole('button', { name: 'Export the figure' }).click();
      await app.page.getByRole('menuitem', { name: /^SVG/ }).click();
    });
    expect(Math.abs((await ratio(new TextDecoder().decode(bytes))) - 1)).toBeLessThan(0.005);
  },
);

test('a point is left out by a click, and undo brings it back', { tag: '@view' }, async ({ launchApp }) => {
  const app = await launchApp();
  const plot = await showSpectrum(app);
  const table = app.page.getByRole('region', { name: 'Table of the spectra' });
  await expect(table.getByRole('cell', { name: String(POINTS), exact: true })).toBeVisible();
  await app.page.getByRole('button', { name: /^Leave out points/ }).click();
  const point = await plot.locator('.subplot.x2y2 .points path.point').nth(30).boundingBox();
  if (!point) throw new Error('no point');
  await app.page.mouse.click(point.x + point.width / 2, point.y + point.height / 2);
  await expect(table.getByRole('cell', { name: `${POINTS - 1} (1 left out)` })).toBeVisible();
  await app.page.getByRole('button', { name: /^Undo/ }).click();
  await expect(table.getByRole('cell', { name: String(POINTS), exact: true })).toBeVisible();
});

test(
  'per area is refused with the reason while the area is not set',
  { tag: '@view' },
  async ({ launchApp }) => {
    const app = await launchApp();
    await showSpectrum(app);
    await expect(app.page.getByRole('radio', { name: /^per area/ })).toBeDisabled();
    await expect(app.page.getByText(/^Electrode area not set: /).first()).toBeVisible();
  },
);

test('a distribution of relaxation times lists its peaks', { tag: '@view' }, async ({ launchApp }) => {
  const app = await launchApp();
  await showSpectrum(app);
  await choose(app, 'What to look at', 'DRT');
  await expect(app.page.getByRole('img', { name: 'Distribution of relaxation times' })).toBeVisible();
  const table = app.page.getByRole('region', { name: 'Peaks' });
  await expect(table.getByRole('row')).not.toHaveCount(1);
});

test(
  'a circuit is written in either notation, and a slip is shown where it is',
  { tag: '@view' },
  async ({ launchApp }) => {
    const app = await launchApp();
    await showSpectrum(app);
    await choose(app, 'What to look at', 'Fit');
    const field = app.page.getByRole('textbox', { name: 'Circuit' });
    await field.fill('R(RQ)');
    await expect(app.page.getByRole('group', { name: /R0-p\(R1,CPE1\)/ })).toBeVisible();
    await field.fill('R0-p(R1,CPE1)-X2');
    await expect(app.page.getByText(/^At character 15 of the circuit/)).toBeVisible();
  },
);

test('one click fits a spectrum with a circuit that was chosen, and says what is determined', async ({
  launchApp,
}) => {
  const app = await launchApp();
  await showSpectrum(app);
  await choose(app, 'What to look at', 'Fit');
  await app.page.getByRole('button', { name: 'Fit', exact: true }).click();
  const table = app.page.getByRole('region', { name: 'Parameters of the fit' });
  await expect(table.getByText('determined', { exact: true }).first()).toBeVisible();
  await expect(app.page.getByRole('table', { name: 'Candidates' })).toBeVisible();
  await expect(app.page.getByRole('textbox', { name: 'Circuit' })).not.toHaveValue('');
});

test(
  'the validity of a spectrum is said in words, with its residuals',
  { tag: '@view' },
  async ({ launchApp }) => {
    const app = await launchApp();
    await showSpectrum(app);
    await choose(app, 'What to look at', 'Validity');
    await expect(app.page.getByText('Passes, but Z-HIT disagrees')).toBeVisible();
    await expect(app.page.getByText(/^Z-HIT disagrees: the modulus/)).toBeVisible();
    const plot = app.page.getByRole('img', { name: 'Kramers-Kronig residuals' });
    await expect(plot.getByText('Residual / |Z| (%)')).toBeVisible();
  },
);

test(
  'a batch computes the chosen spectra and shows a row for each',
  { tag: '@view' },
  async ({ launchApp }) => {
    const app = await launchApp();
    await showSpectrum(app);
    await choose(app, 'What to look at', 'Batch');
    await app.page.getByRole('button', { name: 'Compute 1' }).click();
    const table = app.page.getByRole('region', { name: 'Results of the batch' });
    await expect(table.getByText('determined', { exact: true }).first()).toBeVisible();
    await expect(app.page.getByText('All is computed.')).toBeVisible();
    await expect(app.page.getByRole('button', { name: 'Save the table of parameters (CSV)' })).toBeEnabled();
  },
);
