/**
 * The browser that the tests drive; without one they cannot run. Playwright starts it without Chromium's own sandbox,
 * which containers do not allow to ordinary users either: it opens nothing but what is built here. Electron itself is
 * never started without its sandbox.
 */
import { BROWSER_VARIABLE, findBrowser } from '../../src/launch/findBrowser.mjs';

export function testBrowser(): { readonly path: string; readonly origin: string } {
  const browser = findBrowser();
  if (browser === null)
    throw new Error(`No Chromium found; set ${BROWSER_VARIABLE} or run npm test, which gets one.`);
  return browser;
}
