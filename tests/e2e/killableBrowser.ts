/** A Chromium started by hand, so that all its processes can be killed at once and without warning. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import type { BrowserContext } from '@playwright/test';
import { testBrowser } from './testBrowser.ts';

const START_LIMIT_MS = 60_000;

export interface KillableBrowser {
  readonly context: BrowserContext;
  kill(): Promise<void>;
}

/** As Playwright starts its own: the sandbox of a test's browser is off, for it opens nothing but what is built here. */
function switches(profile: string): string[] {
  return [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-extensions',
    '--mute-audio',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    'about:blank',
  ];
}

async function debuggerAddress(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) {
    const address = /^DevTools listening on (ws:\S+)/u.exec(line)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error('Chromium ended before its debugging port was open.');
}

export async function openKillableBrowser(profile: string): Promise<KillableBrowser> {
  const child = spawn(testBrowser().path, switches(profile), {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const late = setTimeout(() => child.kill('SIGKILL'), START_LIMIT_MS);
  const lines = createInterface(child.stderr);
  const browser = await chromium.connectOverCDP(await debuggerAddress(lines));
  clearTimeout(late);
  const [context] = browser.contexts();
  if (context === undefined || child.pid === undefined) throw new Error('Chromium has no context.');
  const group = -child.pid;
  return {
    context,
    async kill() {
      const ended = once(child, 'exit');
      process.kill(group, 'SIGKILL');
      await ended;
      await browser.close();
    },
  };
}
