import { basename } from 'node:path';
import { amalgamFilm } from '../simulate/amalgamFilm.ts';
import { createRandom } from '../simulate/random.ts';
import { expect, test } from './launchApp.ts';
import type { RunningApp } from './runningApp.ts';
import { testFolder, writeText } from './simulatedFiles.ts';

const FILM = { strongest_counts: 6000, background_counts: 80, fwhm_deg: 0.1, eta: 0.4 };

/** Simulated scans of a film on LLTO: LiHg3 at first, Li3Hg after five cycles. Their files name no X-rays. */
async function writeScans(): Promise<readonly string[]> {
  const folder = await testFolder();
  const scan = (name: string, weights: Readonly<Record<string, number>>, seed: number) => {
    const { twoTheta_deg, intensity_counts } = amalgamFilm({ ...FILM, weights }, createRandom(seed));
    const rows = Array.from(twoTheta_deg, (angle, k) => `${angle.toFixed(4)} ${intensity_counts[k] ?? 0}`);
    return writeText(folder, name, `# simulated\n${rows.join('\n')}\n`);
  };
  return [
    await scan('film_1_pristine.xy', { LiHg3: 1, 'LLTO-tet': 1 }, 1),
    await scan('film_2_cycled.xy', { Li3Hg: 1, 'LLTO-tet': 1 }, 2),
  ];
}

/** Both scans chosen in the tree, in the Diffraction view, with their X-rays answered. */
async function showScans(app: RunningApp): Promise<void> {
  const { page } = app;
  const paths = await writeScans();
  await page.getByRole('button', { name: 'New study' }).click();
  await app.pickFiles(paths, () => page.getByRole('button', { name: 'Add files' }).click());
  await expect(page.getByRole('heading', { name: /^Imported: / })).toBeVisible();
  await page.getByRole('tab', { name: 'Diffraction' }).click();
  for (const path of paths)
    await page
      .getByRole('treeitem', { name: basename(path) })
      .first()
      .click({ modifiers: path === paths[0] ? [] : ['ControlOrMeta'] });
  await expect(page.getByText(/^2 files do not say which X-rays were used/)).toBeVisible();
  await page.getByRole('combobox', { name: 'X-rays' }).click();
  await page.getByRole('option', { name: 'CuKa', exact: true }).click();
}

async function lookAt(app: RunningApp, mode: string): Promise<void> {
  await app.page
    .getByRole('radiogroup', { name: 'What to look at' })
    .getByText(mode, { exact: true })
    .click();
}

test(
  'scans are asked for their X-rays, and phases are named with their evidence',
  { tag: '@view' },
  async ({ launchApp }) => {
    const app = await launchApp();
    const { page } = app;
    await showScans(app);
    await expect(page.getByRole('img', { name: 'Diffraction patterns' })).toBeVisible();
    await page.getByRole('textbox', { name: 'Elements that the sample may hold' }).fill('Li Hg La Ti O');
    await page.getByRole('button', { name: 'Identify phases in 2 scans' }).click();
    const table = page.getByRole('region', { name: 'Table of the phases' });
    await expect(table.getByRole('row', { name: /^LiHg3 present/ })).toBeVisible({ timeout: 30_000 });
    await expect(table.getByRole('row', { name: /^Li3Hg absent/ })).toBeVisible();
    // In a window of 1280 pixels the lines found and missing are read without scrolling.
    const missing = await table.getByRole('columnheader', { name: 'missing, 2θ (°)' }).boundingBox();
    const pane = await table.boundingBox();
    expect((missing?.x ?? NaN) + (missing?.width ?? NaN)).toBeLessThanOrEqual(
      (pane?.x ?? NaN) + (pane?.width ?? NaN),
    );
    await lookAt(app, 'Fit');
    await expect(page.getByRole('img', { name: 'Fit of a diffraction pattern' })).toBeVisible();
  },
);

test('the conversion of a film is compared before and after', { tag: '@view' }, async ({ launchApp }) => {
  const app = await launchApp();
  const { page } = app;
  await showScans(app);
  await lookAt(app, 'Compare');
  await expect(page.getByRole('img', { name: 'Diffraction before and after' })).toBeVisible();
  const share = page
    .getByRole('region', { name: 'Table of the phases' })
    .getByRole('row', { name: /^Share of the Hg/ });
  // Of the mercury of the first scan none is in Li3Hg, of the second all.
  await expect(share).toHaveText(/at most [0-9.]+ \(95 %\).*at least 9[0-9.]+ \(95 %\)/);
});
