/** Finds a browser for the tests, or gets one. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../../src/launch/findBrowser.mjs';

const LIMIT_MS = 240_000;

/** @param {string} program @param {string[]} args */
function runs(program, args) {
  const { status } = spawnSync(program, args, { stdio: 'ignore', timeout: LIMIT_MS });
  return status === 0;
}

/** @param {string} root the project */
function fetchBrowser(root) {
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/etc/debian_version');
  if (isDebianRoot) {
    console.log('No browser found: apt-get update && apt-get install -y chromium …');
    return runs('apt-get', ['update']) && runs('apt-get', ['install', '-y', 'chromium']);
  }
  console.log('No browser found: playwright install chromium …');
  const cli = join(root, 'node_modules/playwright-core/cli.js');
  return runs(process.execPath, [cli, 'install', 'chromium']);
}

/** @param {string} root the project */
export async function getBrowser(root) {
  const found = findBrowser();
  if (found !== null) return found;
  fetchBrowser(root);
  const fetched = findBrowser();
  return fetched === null ? null : { ...fetched, origin: `${fetched.origin}, just installed` };
}
