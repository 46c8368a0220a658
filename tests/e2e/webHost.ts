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
  readonly close: () => Promise<void>;
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

/** The built renderer at an address of its own. */
interface Site {
  readonly origin: string;
  readonly port: number;
  readonly close: () => void;
}

async function openSite(wantedPort: number): Promise<Site> {
  const server = createStaticServer(RENDERER);
  const port = await listen(server, wantedPort);
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * One browser and one site for the tests of a worker, started with the first that wants it: what was compiled for one test
 * is compiled for all. A second window of the same test gets a site of its own, where nothing is stored yet.
 */
export interface LentWebBrowser {
  lend(): Promise<{ readonly browser: WebBrowser; readonly site: Site; readonly giveBack: () => void }>;
  end(): Promise<void>;
}

export function lendWebBrowser(): LentWebBrowser {
  let kept: Promise<WebBrowser> | null = null;
  let site: Promise<Site> | null = null;
  let isLent = false;
  return {
    async lend() {
      const browser = await (kept ??= openWebBrowser());
      if (isLent) {
        const own = await openSite(0);
        return { browser, site: own, giveBack: own.close };
      }
      isLent = true;
      const giveBack = () => {
        isLent = false;
      };
      return { browser, site: await (site ??= openSite(0)), giveBack };
    },
    async end() {
      (await site)?.close();
      await (await kept)?.close();
    },
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

/** A profile of its own keeps what is stored from one start to the next: a browser for itself, always at the same port. */
async function openOwn(profile: string) {
  const browser = await openWebBrowser(profile);
  const site = await openSite(PORT_OF_PROFILE.get(profile) ?? 0);
  PORT_OF_PROFILE.set(profile, site.port);
  return { browser, site };
}

interface OpenedWindow {
  readonly browser: WebBrowser;
  readonly site: Site;
  readonly page: Page;
  readonly close: () => Promise<void>;
}

async function openOwnWindow(profile: string): Promise<OpenedWindow> {
  const { browser, site } = await openOwn(profile);
  const page = await browser.context.newPage();
  const close = async () => {
    await browser.close();
    site.close();
  };
  return { browser, site, page, close };
}

/** A test finds nothing of those before it: what the site has stored is forgotten before it is opened. */
async function openLentWindow(lent: LentWebBrowser): Promise<OpenedWindow> {
  const { browser, site, giveBack } = await lent.lend();
  const page = await browser.context.newPage();
  await clearOrigin(page, site.origin);
  const close = async () => {
    if (!page.isClosed()) await page.close();
    giveBack();
  };
  return { browser, site, page, close };
}

export async function launchWeb({ profile }: LaunchOptions, lent: LentWebBrowser): Promise<RunningApp> {
  const window = await (profile === undefined ? openLentWindow(lent) : openOwnWindow(profile));
  const { browser, site, page, close } = window;
  const errors = since(browser.watch.errors);
  const outside = since(browser.watch.outside);
  const asked = since(browser.proxy.asked);
  await page.goto(`${site.origin}/`);
  await waitForApp(page);
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
