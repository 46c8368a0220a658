/** The browser that the tests drive; without one they cannot run. */
import { BROWSER_VARIABLE, findBrowser } from '../../src/launch/findBrowser.mjs';

export function testBrowser(): { readonly path: string; readonly origin: string } {
  const browser = findBrowser();
  if (browser === null)
    throw new Error(`No Chromium found; set ${BROWSER_VARIABLE} or run npm test, which gets one.`);
  return browser;
}
