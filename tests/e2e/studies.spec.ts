/** Several studies in one window: each keeps what is its own. */
import { basename, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './launchApp.ts';
import type { RunningApp } from './runningApp.ts';
import { storedBlocks } from './storedBlocks.ts';
import { storedRows } from './storedRows.ts';

const SAMPLE = resolve(import.meta.dirname, '../../resources/sample-study/simulated-LLTO');
const BARE = resolve(SAMPLE, 'Li_LLTO_01.mpt');
const COATED = resolve(SAMPLE, 'Li-Hg_LLTO_02.csv');

const chooser = (page: Page, name: string) => page.getByRole('button', { name: `Choose a study: ${name}` });
const fileRow = (page: Page, path: string) =>
  page.getByRole('treeitem', { name: new RegExp(basename(path).slice(0, -4)) });

async function addStudy(app: RunningApp, name: string, path: string): Promise<void> {
  const { page } = app;
  if (await page.getByRole('button', { name: 'New study' }).isVisible()) {
    await page.getByRole('button', { name: 'New study' }).click();
  } else {
    await page.getByRole('button', { name: /^Choose a study/ }).click();
    await page.getByRole('menuitem', { name: 'New study' }).click();
  }
  // The new study must be the shown one before its name is typed: the old one has the same field.
  await expect(page.getByRole('button', { name: /^Choose a study: Untitled study/ })).toBeVisible();
  const field = page.getByRole('textbox', { name: 'Name of the study' });
  await field.fill(name);
  await field.blur();
  await expect(chooser(page, name)).toBeVisible();
  await app.pickFiles([path], () => page.getByRole('button', { name: 'Add files' }).click());
  await expect(fileRow(page, path)).toBeVisible();
  await expect(page.getByRole('heading', { name: /^Imported: / })).toBeVisible();
}

async function switchTo(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Choose a study/ }).click();
  await page.getByRole('menuitem', { name, exact: true }).click();
  await expect(chooser(page, name)).toBeVisible();
}

test(
  'two studies keep their own files and names; removing one frees its space, undo brings it back',
  { tag: '@view' },
  async ({ launchApp }) => {
    const app = await launchApp();
    const { page } = app;
    await addStudy(app, 'Bare cells', BARE);
    const ofFirst = await storedBlocks(page);
    await addStudy(app, 'Coated cells', COATED);
    await expect(fileRow(page, BARE)).toHaveCount(0);
    const ofBoth = await storedBlocks(page);
    expect(ofBoth).toBeGreaterThan(ofFirst);

    await switchTo(page, 'Bare cells');
    await expect(fileRow(page, BARE)).toBeVisible();
    await expect(fileRow(page, COATED)).toHaveCount(0);
    await switchTo(page, 'Coated cells');
    await expect(fileRow(page, COATED)).toBeVisible();

    await page.getByRole('button', { name: 'Remove this study' }).click();
    await expect(chooser(page, 'Bare cells')).toBeVisible();
    await expect.poll(() => storedBlocks(page)).toBe(ofFirst);
    expect(await storedRows(page)).toMatchObject({ files: [basename(BARE)], faults: [] });

    await page.keyboard.press('Control+z');
    await expect.poll(() => storedBlocks(page)).toBe(ofBoth);
    await switchTo(page, 'Coated cells');
    await expect(fileRow(page, COATED)).toBeVisible();
    const { studies, files, faults } = await storedRows(page);
    expect(studies).toHaveLength(2);
    expect(files).toEqual([basename(COATED), basename(BARE)].sort());
    expect(faults).toEqual([]);

    await page.reload();
    await switchTo(page, 'Bare cells');
    await expect(fileRow(page, BARE)).toBeVisible();
  },
);
