/** Files that belong together, files that come twice, and imports that do not end well. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { writeLargeFile } from '../simulate/largeFile.ts';
import { expect, test } from './launchApp.ts';
import type { RunningApp } from './runningApp.ts';
import { testFolder, writeContinuation, writeText, writeWholeAndPart } from './simulatedFiles.ts';
import { storedBlocks } from './storedBlocks.ts';

async function newStudy({ page }: RunningApp): Promise<void> {
  await page.getByRole('button', { name: 'New study' }).click();
  await expect(page.getByText('No cells yet')).toBeVisible();
}

async function chooseFiles(app: RunningApp, paths: readonly string[]): Promise<void> {
  await app.pickFiles(paths, () => app.page.getByRole('button', { name: 'Add files' }).click());
}

async function addFiles(app: RunningApp, paths: readonly string[]): Promise<void> {
  await chooseFiles(app, paths);
  await expect(app.page.getByRole('heading', { name: /^Imported: / })).toBeVisible();
}

const file = (page: Page, name: RegExp) => page.getByRole('treeitem', { name });

test(
  'files of one cell are joined by their clocks, the pause is named, undo parts them',
  { tag: '@view' },
  async ({ launchApp }) => {
    const app = await launchApp();
    const { page } = app;
    await newStudy(app);
    const { paths, rowsOfFirst } = await writeContinuation(await testFolder(), 1800);
    await addFiles(app, paths);
    await file(page, /^cell_A_1\.mpt/).click();
    await file(page, /^cell_A_2\.mpt/).click({ modifiers: ['Shift'] });
    await page.getByRole('button', { name: 'Join these 2 runs by their clocks' }).click();
    await expect(file(page, /cell_A_1\.mpt \+ cell_A_2\.mpt/)).toBeVisible();
    await page.getByText(/^Settings in the file/).click();
    await expect(page.getByText(`cell_A_2.mpt begins at row ${rowsOfFirst + 1}, 30 min after`)).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(file(page, /^cell_A_2\.mpt/)).toBeVisible();
  },
);

test(
  'a part of a file that is there is left out and told, and comes in when the user insists',
  { tag: '@view' },
  async ({ launchApp }) => {
    const app = await launchApp();
    const { page } = app;
    await newStudy(app);
    const [whole, part] = await writeWholeAndPart(await testFolder());
    await addFiles(app, [whole]);
    await addFiles(app, [part]);
    await expect(page.getByText('its rows stand in whole.mpt already, from row 61 on')).toBeVisible();
    await expect(file(page, /^part_loop1/)).toHaveCount(0);
    await page.getByRole('button', { name: 'Import anyway' }).click();
    await expect(file(page, /^part_loop1/)).toBeVisible();
  },
);

test(
  'a file takes the place of its parts, which undo brings back; parts of a cell are asked about',
  { tag: '@view' },
  async ({ launchApp }) => {
    const app = await launchApp();
    const { page } = app;
    await newStudy(app);
    const [whole, part] = await writeWholeAndPart(await testFolder());
    await addFiles(app, [part]);
    await addFiles(app, [whole]);
    await expect(page.getByText('in place of part_loop1.mpt')).toBeVisible();
    await expect(file(page, /^part_loop1/)).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(file(page, /^part_loop1/)).toBeVisible();
    await page.getByRole('button', { name: 'New cell' }).first().click();
    await file(page, /^part_loop1/).dragTo(page.getByRole('row').nth(1));
    await expect(page.getByRole('treeitem', { name: 'Not assigned' })).toHaveCount(0);
    await addFiles(app, [whole]);
    await expect(page.getByText(/^Not stored yet: it also holds all rows of part_loop1\.mpt/)).toBeVisible();
    await page.getByRole('button', { name: 'Put it in their place' }).click();
    await expect(page.getByText('in place of part_loop1.mpt').last()).toBeVisible();
    await expect(page.getByRole('treeitem', { name: 'Not assigned' })).toHaveCount(0);
  },
);

test(
  'a study.json that is none is refused by its place; files that it names and that are missing are listed',
  { tag: '@view' },
  async ({ launchApp }) => {
    const app = await launchApp();
    const { page } = app;
    const folder = await testFolder();
    const study = {
      schema: 'amalgam-study',
      version: 1,
      name: 'Two cells',
      question: '',
      simulated: true,
      groups: [{ id: 'bare', name: 'bare', colour: '#D55E00' }],
      cells: [
        {
          name: '01',
          group: 'bare',
          files: [{ path: 'gone.mpt', state: { kind: 'pristine' } }],
          area_cm2: -1,
        },
      ],
    };
    await app.dropFiles([await writeText(folder, 'study.json', JSON.stringify(study))], '.window');
    await expect(page.getByText('cells[0].area_cm2 is not a number above 0')).toBeVisible();
    const good = { ...study, cells: study.cells.map((cell) => ({ ...cell, area_cm2: 1.27 })) };
    const second = join(folder, 'second');
    await mkdir(second);
    await writeFile(join(second, 'study.json'), JSON.stringify(good));
    await app.dropFiles([join(second, 'study.json')], '.window');
    await expect(page.getByText('Not found: study.json names this file')).toBeVisible();
    await expect(page.getByText('gone.mpt').first()).toBeVisible();
  },
);

test.describe('a large file', () => {
  const wave = { rowsPerHalfCycle: 3601 };

  test('is cancelled within a second and leaves nothing behind @alone', async ({ launchApp }) => {
    const app = await launchApp();
    const { page } = app;
    const path = join(await testFolder(), 'large.csv');
    await writeLargeFile(path, { format: 'neware', bytes: 60e6, wave });
    await newStudy(app);
    await chooseFiles(app, [path]);
    await page.getByRole('button', { name: 'Cancel large.csv' }).click();
    await expect(page.getByText('Cancelled; nothing of it was kept.')).toBeVisible({ timeout: 1000 });
    expect(await storedBlocks(page)).toBe(0);
    await expect(page.getByRole('treeitem')).toHaveCount(0);
  });

  test('whose import is killed with the program is not there at the next start, not even in part', async ({
    launchApp,
  }) => {
    const profile = await testFolder();
    const path = join(profile, 'large.csv');
    await writeLargeFile(path, { format: 'neware', bytes: 60e6, wave });
    const first = await launchApp({ profile });
    await newStudy(first);
    await chooseFiles(first, [path]);
    await expect(first.page.getByRole('button', { name: 'Cancel large.csv' })).toBeVisible();
    await first.kill();
    const second = await launchApp({ profile });
    await expect(second.page.getByText('No cells yet')).toBeVisible();
    await expect(second.page.getByRole('treeitem')).toHaveCount(0);
    expect(await storedBlocks(second.page)).toBe(0);
  });
});
