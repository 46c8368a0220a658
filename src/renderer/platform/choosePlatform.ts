/** The only place that asks which host this is. */
import { createBrowserPlatform } from './browser.ts';
import { createElectronPlatform, electronBridge } from './electron.ts';
import type { Platform } from './platform.ts';

export function choosePlatform(): Platform {
  const bridge = electronBridge();
  return bridge === undefined ? createBrowserPlatform() : createElectronPlatform(bridge);
}
