import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from './launchApp.ts';

const RUN = resolve(import.meta.dirname, '../../resources/sample-study/simulated-LLTO/Li_LLTO_01.mpt');

test('a dropped folder is opened, and what lies deeper in it is imported', async ({ launchApp }) => {
  const folder = await mkdtemp(join(tmpdir(), 'amalgam-drop-'));
  await mkdir(join(folder, 'bare'));
  await copyFile(RUN, join(folder, 'bare/Li_LLTO_01.mpt'));
  await writeFile(join(folder, '.DS_Store'), 'nobody’s measurement');
  const app = await launchApp();
  const { page } = app;
  await page.getByRole('button', { name: 'New study' }).click();
  await expect(page.getByText('No cells yet')).toBeVisible();
  await app.dropFiles([folder], 'main');
  await expect(page.getByRole('heading', { name: 'Imported: 1 file' })).toBeVisible();
  await expect(page.getByRole('treeitem', { name: /Li_LLTO_01\.mpt/u }).first()).toBeVisible();
  await rm(folder, { recursive: true, force: true });
});

test('a file dropped on the window never becomes the page', async ({ launchApp }) => {
  const app = await launchApp();
  const before = app.page.url();
  await app.dropFiles([resolve(import.meta.dirname, '../../package.json')], 'body');
  await expect(app.page.getByRole('button').first()).toBeVisible();
  expect(app.page.url()).toBe(before);
  await expect(app.page).toHaveTitle(/Amalgam/u);
});
