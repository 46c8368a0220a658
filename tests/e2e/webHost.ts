/** The application as a static site in Chromium. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import { createStaticServer, listen } from '../../src/launch/staticServer.mjs';
import { startRefusingProxy } from '../support/refusingProxy.ts';
import type { RefusingProxy } from '../support/refusingProxy.ts';
import { clearOrigin } from './clearOrigin.ts';
import { dropForReal } from './dropFiles.ts';
import type { LaunchOptions, RunningApp } from './runningApp.ts';
import { testBrowser } from './testBrowser.ts';
import type { PageWatch } from './watchPage.ts';
import { offlineSwitches, since, waitForApp, watchContext } from './watchPage.ts';

export const RENDERER = resolve(import.meta.dirname, '../../out/renderer');
const PORT_OF_PROFILE = new Map<string, number>();

/** A Chromium with its profile and with the proxy that hears what wants to leave the machine. */
export interface WebBrowser {
  readonly profile: string;
  readonly context: BrowserContext;
  readonly watch: PageWatch;
  readonly proxy: RefusingProxy;
  close(): Promise<void>;
}

export async function openWebBrowser(kept?: string): Promise<WebBrowser> {
  const profile = kept ?? (await mkdtemp(join(tmpdir(), 'amalgam-web-')));
  const proxy = await startRefusingProxy();
  const context = await chromium.launchPersistentContext(join(profile, 'chromium'), {
    executablePath: testBrowser().path,
    args: offlineSwitches(proxy.address),
    viewport: { width: 1280, height: 800 },
    serviceWorkers: 'block',
  });
  return {
    profile,
    context,
    watch: watchContext(context),
    proxy,
    async close() {
      await context.close();
      proxy.close();
      if (kept === undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** One browser for the tests of a worker, started with the first that wants it. */
export interface LentWebBrowser {
  lend(): Promise<WebBrowser>;
  end(): Promise<void>;
}

export function lendWebBrowser(): LentWebBrowser {
  let kept: Promise<WebBrowser> | null = null;
  return {
    lend: () => (kept ??= openWebBrowser()),
    end: async () => (await kept)?.close(),
  };
}

async function pickFiles(page: Page, paths: readonly string[], open: () => Promise<void>): Promise<void> {
  const asked = page.waitForEvent('filechooser');
  await open();
  await (await asked).setFiles([...paths]);
}

async function savedFile(page: Page, save: () => Promise<void>) {
  const started = page.waitForEvent('download');
  await save();
  const download = await started;
  return { name: download.suggestedFilename(), bytes: new Uint8Array(await readFile(await download.path())) };
}

/**
 * What a browser keeps belongs to an origin. An application without a profile of its own is a new page of the lent
 * browser at a new port, and so finds nothing of the tests before it; the same profile gets the same port again.
 */
export async function launchWeb({ profile }: LaunchOptions, lent: LentWebBrowser): Promise<RunningApp> {
  const browser = profile === undefined ? await lent.lend() : await openWebBrowser(profile);
  const server = createStaticServer(RENDERER);
  const port = await listen(server, PORT_OF_PROFILE.get(profile ?? '') ?? 0);
  if (profile !== undefined) PORT_OF_PROFILE.set(profile, port);
  const errors = since(browser.watch.errors);
  const outside = since(browser.watch.outside);
  const asked = since(browser.proxy.asked);
  const page = await browser.context.newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  await waitForApp(page);
  const close = async () => {
    if (profile === undefined && !page.isClosed()) await clearOrigin(page);
    await (profile === undefined ? page.close() : browser.close());
    server.closeAllConnections();
    server.close();
  };
  return {
    host: 'web',
    page,
    profile: browser.profile,
    pickFiles: (paths, open) => pickFiles(page, paths, open),
    dropFiles: (paths, selector) => dropForReal(page, paths, selector),
    savedFile: (save) => savedFile(page, save),
    consoleErrors: errors,
    outsideRequests: () => [...outside(), ...asked()],
    close,
    kill: close,
  };
}
