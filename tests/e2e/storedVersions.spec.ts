/** Databases that other versions of the program left behind. */
import type { Page } from '@playwright/test';
import { writeDatabaseOfVersion1 } from './databaseOfVersion1.ts';
import { expect, test } from './launchApp.ts';
import { storedRows } from './storedRows.ts';

test(
  'a database of the first version opens with everything in it, and takes changes',
  { tag: '@view' },
  async ({ launchApp }) => {
    const { page } = await launchApp();
    await page.evaluate(writeDatabaseOfVersion1);
    await page.reload();
    await expect(page.getByRole('button', { name: 'Choose a study: Study of 2025' })).toBeVisible();
    await page.getByRole('treeitem', { name: 'Old cell' }).click();
    await page.getByRole('tab', { name: 'Cycling' }).click();
    const table = page.getByRole('region', { name: /Table of half cycles, 8 half cycles/ });
    // 2 mA over 25 ohm.
    await expect(table.getByRole('cell', { name: '50.00', exact: true }).first()).toBeVisible();
    const { studies, files, datasets, faults } = await storedRows(page);
    expect({ studies, files, datasets, faults }).toEqual({
      studies: ['s1'],
      files: ['old.mpt'],
      datasets: 1,
      faults: [],
    });
    await page.getByRole('tab', { name: 'Data' }).click();
    await expect(page.locator('[data-place="0:1"]')).toHaveText('Old cell');
    const area = page.locator('[data-place="0:4"]');
    await expect(area).toHaveText('0.785');
    await area.click();
    await page.keyboard.type('0.8');
    await page.keyboard.press('Enter');
    // It can be undone once it is stored; a page that is left before keeps the value from before.
    await expect(page.getByRole('button', { name: /^Undo/ })).toBeEnabled();
    await page.reload();
    await expect(area).toHaveText('0.8');
  },
);

/** In the page: what a newer version might leave, with a table and a field that this one does not know. */
async function makeNewer(): Promise<void> {
  const opening = indexedDB.open('amalgam', 9990);
  await new Promise<void>((done, fail) => {
    opening.onupgradeneeded = () => {
      opening.result.deleteObjectStore('results');
      opening.result.createObjectStore('mixtures', { keyPath: 'id' });
      const transaction = opening.transaction;
      transaction?.objectStore('studies').put({ id: 'new', title: 'Of another shape' });
      // A row that no study of this shape reaches: a sweep would take it.
      transaction?.objectStore('cells').put({ id: 'cell', parent: 'new' });
    };
    opening.onsuccess = () => {
      opening.result.close();
      done();
    };
    opening.onerror = () => {
      fail(opening.error ?? new Error('no database'));
    };
  });
}

/** Name, version and rows of every table. */
function wholeDatabase(page: Page) {
  return page.evaluate(async () => {
    const opening = indexedDB.open('amalgam');
    await new Promise((done) => (opening.onsuccess = done));
    const database = opening.result;
    const tables: Record<string, unknown> = {};
    for (const name of database.objectStoreNames) {
      const reading: IDBRequest<unknown[]> = database.transaction(name).objectStore(name).getAll();
      await new Promise((done) => (reading.onsuccess = done));
      tables[name] = reading.result;
    }
    database.close();
    return { version: database.version, tables };
  });
}

test(
  'a database of a newer version is told in words and left as it is',
  { tag: '@view' },
  async ({ launchApp }) => {
    const { page } = await launchApp();
    await page.evaluate(makeNewer);
    const before = await wholeDatabase(page);
    expect(before.tables).toMatchObject({ mixtures: [], cells: [{ id: 'cell', parent: 'new' }] });
    await page.reload();
    await expect(page.getByRole('alert')).toContainText('stored by a newer version of this program');
    await expect(page.getByRole('button', { name: 'New study' })).toHaveCount(0);
    expect(await wholeDatabase(page)).toEqual(before);
  },
);
