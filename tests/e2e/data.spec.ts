import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './launchApp.ts';
import type { RunningApp } from './runningApp.ts';
import { storedBlocks } from './storedBlocks.ts';

const SAMPLE = resolve(import.meta.dirname, '../../resources/sample-study');
const BARE = resolve(SAMPLE, 'simulated-LLTO/Li_LLTO_01.mpt');
const NO_DATA = resolve(import.meta.dirname, '../../package.json');

async function newStudy({ page }: RunningApp): Promise<void> {
  await page.getByRole('button', { name: 'New study' }).click();
  await expect(page.getByText('No cells yet')).toBeVisible();
}

async function addFiles(app: RunningApp, paths: readonly string[]): Promise<void> {
  await app.pickFiles(paths, () => app.page.getByRole('button', { name: 'Add files' }).click());
  await expect(app.page.getByRole('heading', { name: /^Imported: / })).toBeVisible();
}

const field = (page: Page, row: number, column: number) => page.locator(`[data-place="${row}:${column}"]`);
const AREA = 4;

test('a file is read, its receipt shown, and a file of no known format refused in words', async ({
  launchApp,
}) => {
  const app = await launchApp();
  await newStudy(app);
  await addFiles(app, [BARE, NO_DATA]);
  await expect(app.page.getByText(/of no format this program knows/)).toBeVisible();
  await app.page.getByRole('button', { name: 'Receipt of Li_LLTO_01.mpt' }).click();
  const receipt = app.page.getByRole('region', { name: 'Receipt' });
  await expect(receipt.getByText('Time runs forward', { exact: true })).toBeVisible();
  await expect(receipt.getByText('SHA-256')).toBeVisible();
});

test('the same content is not imported twice', { tag: '@view' }, async ({ launchApp }) => {
  const app = await launchApp();
  await newStudy(app);
  await addFiles(app, [BARE]);
  await app.page.getByRole('button', { name: 'Clear finished' }).click();
  await addFiles(app, [BARE]);
  await expect(app.page.getByText(/^Skipped: the same content/)).toBeVisible();
  await expect(app.page.getByRole('contentinfo').or(app.page.getByRole('status'))).toContainText(
    '1 measurement',
  );
});

test(
  'names bring files to cells and groups, shown before it is done, and undo takes it back',
  { tag: '@view' },
  async ({ launchApp }) => {
    const app = await launchApp();
    const { page } = app;
    await newStudy(app);
    await addFiles(app, [BARE]);
    await page.getByRole('button', { name: 'Assign by name' }).first().click();
    await page.getByRole('textbox', { name: 'Naming pattern' }).fill('{group}_{electrolyte}_{cell}');
    const preview = page.getByRole('table', { name: 'What the pattern would assign' });
    await expect(preview.getByRole('row', { name: /Li_LLTO_01\.mpt Li 01 new cell/ })).toBeVisible();
    await page.getByRole('button', { name: 'Assign 1 file' }).click();
    await expect(page.getByRole('treeitem', { name: 'Li 1' })).toBeVisible();
    await expect(field(page, 0, 1)).toHaveText('01');
    await page.keyboard.press('Control+z');
    await expect(page.getByText('No cells yet')).toBeVisible();
    await expect(page.getByRole('treeitem', { name: 'Not assigned 1' })).toBeVisible();
  },
);

test('fields are typed, pasted and taken back with the keyboard, and survive the end of the program', async ({
  launchApp,
}) => {
  const app = await launchApp();
  const { page } = app;
  await newStudy(app);
  await page.getByRole('button', { name: 'New cell' }).first().click();
  await field(page, 0, AREA).click();
  await page.keyboard.type('1,27');
  await page.keyboard.press('Enter');
  await expect(field(page, 0, AREA)).toHaveText('1.27');
  await page.keyboard.type('none');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('not a number');
  await page.keyboard.press('Escape');
  await expect(field(page, 0, AREA)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(field(page, 0, AREA)).toHaveText('');
  await page.keyboard.press('Control+Shift+z');
  await expect(field(page, 0, AREA)).toHaveText('1.27');
  await field(page, 0, 0).click();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'bare\tA1\tLi\namalgam\tA2\tPb\n');
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  });
  await expect(field(page, 1, 1)).toHaveText('A2');
  await expect(page.getByText(/“Pb” is not one of/)).toBeVisible();
  // A row shows before it is stored; the step can be undone once it is.
  await expect(page.getByRole('button', { name: /^Undo: Paste/ })).toBeEnabled();
  await page.reload();
  await expect(field(page, 0, AREA)).toHaveText('1.27');
  await expect(field(page, 1, 0)).toHaveText('amalgam');
});

test(
  'removing a measurement frees its space, undo brings its values back',
  { tag: '@view' },
  async ({ launchApp }) => {
    const app = await launchApp();
    const { page } = app;
    await newStudy(app);
    await addFiles(app, [BARE]);
    const stored = await storedBlocks(page);
    expect(stored).toBeGreaterThan(0);
    await page.getByRole('treeitem', { name: /Li_LLTO_01/ }).click();
    await page.keyboard.press('Delete');
    await expect(page.getByRole('treeitem', { name: /Li_LLTO_01/ })).toHaveCount(0);
    expect(await storedBlocks(page)).toBe(0);
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('treeitem', { name: /Li_LLTO_01/ })).toBeVisible();
    expect(await storedBlocks(page)).toBe(stored);
  },
);

test(
  'the sample study opens with its cells, its files and the word simulated',
  { tag: '@view' },
  async ({ launchApp }) => {
    test.setTimeout(180_000);
    const { page } = await launchApp();
    await page.getByRole('button', { name: 'Open the sample study' }).click();
    await expect(page.getByText('Simulated data')).toBeVisible();
    await expect(page.getByRole('heading', { name: /^Imported: / })).toBeVisible({ timeout: 150_000 });
    await expect(page.getByRole('button', { name: /again$/ })).toHaveCount(0);
    await expect(page.getByRole('treeitem', { name: 'Not assigned' })).toHaveCount(0);
  },
);
