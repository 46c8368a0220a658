/** Says before the tests what they run on. */
import { browserVersion } from '../../src/launch/findBrowser.mjs';
import { testBrowser } from './testBrowser.ts';
import { electronProgram } from './electronHost.ts';

export default function announceHosts(): void {
  const browser = testBrowser();
  console.log(`Browser: ${browser.path} (${browser.origin}; ${browserVersion(browser.path)})`);
  const program = electronProgram();
  console.log(
    program === null
      ? 'Electron: its binary is not here, so the built main process and preload run under Node with the stand-in of tests/support/electronStandIn.'
      : `Electron: the real one, ${program}`,
  );
}
