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

test(
  'groups stand side by side, and an answered doubt keeps its note',
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
    await page
      .getByRole('radiogroup', { name: 'What to look at' })
      .getByText('Survival', { exact: true })
      .click();
    await expect(page.getByRole('img', { name: 'Survival of the cells' })).toBeVisible();
  },
);
