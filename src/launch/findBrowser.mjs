/** Finds a Chromium that can be driven: named by the user, Playwright’s own, or one of the system. */
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

export const BROWSER_VARIABLE = 'AMALGAM_BROWSER';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'chrome',
];
const WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

/** A folder of that name is none. */
function isProgram(/** @type {string} */ path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function* systemPaths() {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const name of NAMES) yield join(folder, name);
  }
  for (const name of MAC) yield `/Applications/${name}.app/Contents/MacOS/${name}`;
  for (const root of ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA']) {
    for (const path of WINDOWS) yield join(process.env[root] ?? '', path);
  }
}

/**
 * @returns {{ path: string, origin: string } | null}
 * @throws when the variable names a file that is not there
 */
export function findBrowser() {
  const named = process.env[BROWSER_VARIABLE];
  if (named) {
    if (!isProgram(named)) throw new Error(`${BROWSER_VARIABLE} names ${named}, which is not there.`);
    return { path: named, origin: `named by ${BROWSER_VARIABLE}` };
  }
  const own = chromium.executablePath();
  if (own && isProgram(own)) return { path: own, origin: "Playwright's own" };
  for (const path of systemPaths()) if (isProgram(path)) return { path, origin: 'of the system' };
  return null;
}

/** @param {string} path */
export function browserVersion(path) {
  try {
    return execFileSync(path, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return 'version unknown';
  }
}
