/** Forgets what a page's origin has stored, for the next test that uses the same browser. */
import type { Page } from '@playwright/test';

export async function clearOrigin(page: Page): Promise<void> {
  const origin = await page.evaluate(() => window.location.origin);
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await session.detach();
}
