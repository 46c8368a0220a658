/** Forgets what a site has stored, for the next test that uses the same browser. */
import type { Page } from '@playwright/test';

export async function clearOrigin(page: Page, origin: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await session.detach();
}
