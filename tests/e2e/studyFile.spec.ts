/** A study saved as one file and opened again beside itself. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './launchApp.ts';
import { storedBlocks } from './storedBlocks.ts';
import { storedRows } from './storedRows.ts';

test('the sample study, saved and opened again, stands beside itself with the same tree and the same numbers', async ({
  launchApp,
}, { outputDir }) => {
  const app = await launchApp();
  const { page } = app;
  await page.getByRole('button', { name: 'Open the sample study' }).click();
  await expect(page.getByText(/36 cells · \d+ measurements/)).toBeVisible({ timeout: 60_000 });
  const once = await storedRows(page);
  const blocks = await storedBlocks(page);
  const tree = await page.getByRole('treeitem').allTextContents();
  const command = async (name: string) => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(name);
    await page.getByRole('button', { name }).first().click();
  };
  const saved = await app.savedFile(() => command('Save study as'));
  expect(saved.name).toMatch(/\.amalgam$/);
  const path = join(outputDir, saved.name);
  await writeFile(path, saved.bytes);
  await app.pickFiles([path], () => command('Open study'));
  await expect.poll(() => storedBlocks(page)).toBe(2 * blocks);
  const twice = await storedRows(page);
  expect(twice.studies).toHaveLength(2);
  expect(twice.files).toEqual([...once.files, ...once.files].sort());
  expect(twice.faults).toEqual([]);
  await expect.poll(() => page.getByRole('treeitem').allTextContents()).toEqual(tree);
});
