/** A study saved as one file and opened again beside itself. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './launchApp.ts';
import type { RunningApp } from './runningApp.ts';
import { storedBlocks } from './storedBlocks.ts';
import { storedRows } from './storedRows.ts';

/** The numbers of the voltage figure of one cell, as the figure exports them. */
async function voltageCsv(app: RunningApp): Promise<Buffer> {
  const { page } = app;
  // Chosen first, so that the view does not begin to read every cell.
  await page.getByRole('treeitem', { name: 'Li_LLTO_01' }).first().click();
  await page.getByRole('tab', { name: 'Cycling' }).click();
  const plot = page.getByRole('img', { name: 'Voltage against time' });
  // The plot follows the choice in the tree a moment later.
  await expect(plot.getByText('Li_LLTO_01', { exact: true })).toBeVisible();
  await expect(plot.getByText('n = 1 cell')).toBeVisible();
  const { bytes } = await app.savedFile(async () => {
    await page.getByRole('button', { name: 'Export the figure' }).click();
    await page.getByRole('menuitem', { name: /^CSV/ }).click();
  });
  // What is typed while it closes would choose from it.
  await expect(page.getByRole('menu')).toBeHidden();
  return Buffer.from(bytes);
}

test(
  'the sample study, saved and opened again, stands beside itself with the same tree and the same numbers',
  { tag: '@view' },
  async ({ launchApp }, { outputDir }) => {
    test.slow();
    const app = await launchApp();
    const { page } = app;
    await page.getByRole('button', { name: 'Open the sample study' }).click();
    await expect(page.getByText(/36 cells · 57 measurements/)).toBeVisible({ timeout: 60_000 });
    const voltages = await voltageCsv(app);
    const tree = await page.getByRole('treeitem').allTextContents();
    const command = async (name: string) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type(name);
      await page.getByRole('button', { name }).first().click();
    };
    const saved = await app.savedFile(() => command('Save study as'));
    expect(saved.name).toMatch(/\.amalgam$/);
    // Saving comes after what was still being stored.
    const once = await storedRows(page);
    const blocks = await storedBlocks(page);
    const path = join(outputDir, saved.name);
    await mkdir(outputDir, { recursive: true });
    await writeFile(path, saved.bytes);
    await app.pickFiles([path], () => command('Open study'));
    await expect.poll(() => storedBlocks(page)).toBe(2 * blocks);
    const twice = await storedRows(page);
    expect(twice.studies).toHaveLength(2);
    expect(twice.files).toEqual([...once.files, ...once.files].sort());
    expect(twice.faults).toEqual([]);
    await expect.poll(() => page.getByRole('treeitem').allTextContents()).toEqual(tree);
    expect((await voltageCsv(app)).equals(voltages)).toBe(true);
  },
);
