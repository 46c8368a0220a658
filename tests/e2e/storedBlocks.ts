import type { Page } from '@playwright/test';

/** How many blocks of columns the database holds: what deleting has to free. */
export function storedBlocks(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((done, fail) => {
        const opening = indexedDB.open('amalgam');
        opening.onsuccess = () => {
          const counting = opening.result.transaction('blocks').objectStore('blocks').count();
          counting.onsuccess = () => {
            opening.result.close();
            done(counting.result);
          };
        };
        opening.onerror = () => {
          fail(opening.error ?? new Error('no database'));
        };
      }),
  );
}
