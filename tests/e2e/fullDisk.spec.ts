/** What happens when there is no room for the study database. */
import { join } from 'node:path';
import { writeLargeFile } from '../simulate/largeFile.ts';
import { expect, test } from './launchApp.ts';
import { testFolder } from './simulatedFiles.ts';
import { storedBlocks } from './storedBlocks.ts';

test('a file that does not fit is told in words, and nothing of it is kept', async ({ launchApp }) => {
  const app = await launchApp();
  const { page } = app;
  const path = join(await testFolder(), 'wide.csv');
  await writeLargeFile(path, { format: 'neware', bytes: 6e6, wave: { rowsPerHalfCycle: 3601 } });
  await page.getByRole('button', { name: 'New study' }).click();
  await expect(page.getByText('No cells yet')).toBeVisible();
  await page.evaluate(fillDisk);
  await app.pickFiles([path], () => page.getByRole('button', { name: 'Add files' }).click());
  await expect(page.getByText('There is no room left').first()).toBeVisible();
  expect(await storedBlocks(page)).toBe(0);
  await expect(page.getByRole('treeitem')).toHaveCount(0);
});

/** In the page: after a few blocks the database answers as it does on a full disk. */
function fillDisk(): void {
  const put = Reflect.get<IDBObjectStore, 'put'>(IDBObjectStore.prototype, 'put');
  let room = 5;
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...value) {
    if (this.name === 'blocks' && room-- <= 0)
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    return put.apply(this, value);
  };
}
