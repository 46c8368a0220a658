/** Notes what a page does wrong and what it asks of the network. */
import type { BrowserContext, Page } from '@playwright/test';

export interface PageWatch {
  readonly errors: string[];
  readonly outside: string[];
}

/** What comes onto a growing list from now on. */
export function since<T>(list: readonly T[]): () => readonly T[] {
  const start = list.length;
  return () => list.slice(start);
}

/** Loopback, data in memory, and the names that stand for the application's own scheme never leave the machine. */
export function leavesTheMachine(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  if (!['http:', 'https:', 'ws:', 'wss:', 'ftp:'].includes(protocol)) return false;
  return hostname !== '127.0.0.1' && !hostname.endsWith('.app.invalid');
}

export function watchContext(context: BrowserContext): PageWatch {
  const watch: PageWatch = { errors: [], outside: [] };
  context.on('request', (request) => {
    if (leavesTheMachine(request.url())) watch.outside.push(request.url());
  });
  context.on('console', (message) => {
    if (message.type() === 'error') watch.errors.push(message.text());
  });
  context.on('weberror', (error) => {
    watch.errors.push(String(error.error()));
  });
  return watch;
}

/**
 * The proxy hears whatever wants to leave. Chromium's own services (sign-in, form filling, updates of its components) are not the
 * application's doing: they are switched off or sent to a dead loopback port, so that nothing needs to be forgiven.
 */
export function offlineSwitches(proxyAddress: string): string[] {
  return [
    `--proxy-server=${proxyAddress}`,
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--autofill-server-url=http://127.0.0.1:9/',
    '--gaia-url=http://127.0.0.1:9',
    '--component-updater=url-source=http://127.0.0.1:9/',
    '--apps-gallery-update-url=http://127.0.0.1:9/',
  ];
}

/** Waits until the application has drawn itself. */
export async function waitForApp(page: Page): Promise<void> {
  await page.getByRole('button').first().waitFor({ timeout: 20_000 });
}
