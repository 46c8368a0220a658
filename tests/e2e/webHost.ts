/** The application as a static site in Chromium. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { createStaticServer, listen } from '../../src/launch/staticServer.mjs';
import { startRefusingProxy } from '../support/refusingProxy.ts';
import { dropFiles } from './dropFiles.ts';
import type { LaunchOptions, RunningApp } from './runningApp.ts';
import { testBrowser } from './testBrowser.ts';
import { offlineSwitches, waitForApp, watchContext } from './watchPage.ts';

const RENDERER = resolve(import.meta.dirname, '../../out/renderer');
const PORT_OF_PROFILE = new Map<string, number>();

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

export async function launchWeb(options: LaunchOptions): Promise<RunningApp> {
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'amalgam-web-')));
  const server = createStaticServer(RENDERER);
  // What the browser keeps belongs to an origin: the same profile gets the same port again.
  const port = await listen(server, PORT_OF_PROFILE.get(profile) ?? 0);
  PORT_OF_PROFILE.set(profile, port);
  const proxy = await startRefusingProxy();
  const context = await chromium.launchPersistentContext(join(profile, 'chromium'), {
    executablePath: testBrowser().path,
    args: offlineSwitches(proxy.address),
    viewport: { width: 1280, height: 800 },
    serviceWorkers: 'block',
  });
  const watch = watchContext(context);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(`http://127.0.0.1:${port}/`);
  await waitForApp(page);
  const close = async () => {
    await context.close();
    proxy.close();
    server.closeAllConnections();
    server.close();
    if (options.profile === undefined) await rm(profile, { recursive: true, force: true });
  };
  return {
    host: 'web',
    page,
    profile,
    pickFiles: (paths, open) => pickFiles(page, paths, open),
    dropFiles: (paths, selector) => dropFiles(page, paths, selector),
    savedFile: (save) => savedFile(page, save),
    consoleErrors: () => watch.errors,
    outsideRequests: () => [...watch.outside, ...proxy.asked],
    close,
    kill: close,
  };
}
