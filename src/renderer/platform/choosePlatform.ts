/** The only place that asks which host this is. */
import { createBrowserPlatform } from './browser.ts';
import type { Platform } from './platform.ts';

export function choosePlatform(): Platform {
  return createBrowserPlatform();
}
