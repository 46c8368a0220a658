import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { expect, test } from './launchApp.ts';
import type { RunningApp } from './runningApp.ts';

/** The sample study with its Li cells on LLTO measured. */
async function showComparison(app: RunningApp): Promise<void> {
  const { page } = app;
  await page.getByRole('button', { name: 'Open the sample study' }).first().click();
  await page.getByText(/^Imported: \d+ files$/u).waitFor({ timeout: 60_000 });
  await page.getByRole('tab', { name: 'Compare' }).click();
  await page.getByRole('button', { name: /^Measure \d+ cells$/ }).click();
  await expect(page.getByText(/^36 of 36 cells are measured/)).toBeVisible({ timeout: 120_000 });
}

async function look(page: Page, mode: string): Promise<void> {
  await page.getByRole('radiogroup', { name: 'What to look at' }).getByText(mode, { exact: true }).click();
}

test(
  'groups stand side by side, an answered doubt keeps its note, and all of it is exported at once',
  { tag: '@view' },
  async ({ launchApp }) => {
    test.setTimeout(240_000);
    const app = await launchApp();
    const { page } = app;
    await showComparison(app);
    const table = page.getByRole('region', { name: 'Table of the comparison' });
    const row = table.getByRole('row', { name: /^Li, LLTO Polarisation, median of the last ten/ });
    // Every group has three cells; bare polarises more.
    await expect(row.getByText(/\(n = 3\)/)).toHaveCount(2);
    await row.click();
    await expect(page.getByRole('img', { name: 'Every cell as a point' })).toBeVisible();
    await expect(page.getByText(/^This study is simulated: nothing here was measured\./)).toBeVisible();
    const doubt = page.getByRole('article', { name: 'Doubt D2', exact: true });
    await doubt.getByRole('textbox', { name: 'Note' }).fill('a reference electrode is planned');
    await doubt.getByRole('button', { name: 'Answered' }).click();
    await expect(doubt.getByText('answered', { exact: true })).toBeVisible();
    // Stored, not only shown.
    await expect(page.getByRole('button', { name: /^Undo: Answer doubt D2/ })).toBeEnabled();
    await page.reload();
    await page.getByRole('tab', { name: 'Compare' }).click();
    await expect(doubt.getByRole('textbox', { name: 'Note' })).toHaveValue(
      'a reference electrode is planned',
    );
    await look(page, 'Survival');
    await expect(page.getByRole('img', { name: 'Survival of the cells' })).toBeVisible();
    await look(page, 'Profiles');
    await expect(page.getByRole('img', { name: 'Voltage against time' })).toBeVisible();
    await page.getByText('One half cycle', { exact: true }).click();
    const half = page.getByRole('img', { name: 'Voltage in half cycle 1' });
    await expect(half.getByText('Time (min)')).toHaveCount(2);
    await expect(half.getByText('Voltage (mV)')).toHaveCount(1);
    await page.getByRole('checkbox', { name: 'One voltage scale for all groups' }).uncheck();
    await expect(half.getByText('Voltage (mV)')).toHaveCount(2);
    // The bare cell failed after 13 half cycles: the coated one stands alone, and it is said why.
    await page.getByRole('textbox', { name: 'Half cycle drawn' }).fill('40');
    await expect(page.getByRole('img', { name: 'Voltage in half cycle 40' })).toBeVisible();
    await expect(page.getByText('Li_LLTO_02: only 13 half cycles', { exact: true })).toBeVisible();
    await look(page, 'Techniques');
    await expect(table.getByRole('row', { name: /^bare Li_LLTO_01 .* L0-R0/ })).toBeVisible();
    const [archive] = await Promise.all([
      page.waitForEvent('download', { timeout: 90_000 }),
      page.getByRole('button', { name: 'Export all' }).click(),
    ]);
    const members = Object.keys(unzipSync(await readFile(await archive.path())));
    for (const name of ['conclusion.txt', 'metrics.csv', 'cross-checks.csv', 'doubts.csv'])
      expect(members).toContain(name);
    expect(members).toContain('figures/Li, LLTO survival.svg');
    expect(members).toContain('figures/Li, LLTO polarisation_end.pdf');
    expect(members).toContain('figures/Li, LLTO profiles.csv');
    expect(members).toContain('figures/Li, LLTO half cycle 40.pdf');
  },
);
