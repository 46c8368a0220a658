/**
 * The fixture of every end-to-end test: `launchApp()` starts the application in the project's host (web or electron).
 * Errors on the console and requests that leave the machine fail the test.
 */
import { expect, test as base } from '@playwright/test';
import { launchElectron, lendElectron } from './electronHost.ts';
import type { ElectronApp, LentElectron } from './electronHost.ts';
import type { LaunchOptions, RunningApp } from './runningApp.ts';
import { launchWeb, lendWebBrowser } from './webHost.ts';
import type { LentWebBrowser } from './webHost.ts';

type Launch<A> = (options?: LaunchOptions) => Promise<A>;

interface Fixtures {
  readonly launchApp: Launch<RunningApp>;
  /** Only in the project `electron`. */
  readonly launchElectronApp: Launch<ElectronApp>;
  /** Errors a test provokes on purpose: matching lines on the console do not fail it. */
  readonly expectedErrors: RegExp | null;
}

function check(app: RunningApp, expectedErrors: RegExp | null): void {
  const unexpected = app.consoleErrors().filter((line) => expectedErrors?.test(line) !== true);
  expect.soft(unexpected, 'errors on the console').toEqual([]);
  expect.soft(app.outsideRequests(), 'requests that leave the machine').toEqual([]);
}

function launcher<A extends RunningApp>(
  launch: (options: LaunchOptions) => Promise<A>,
  started: A[],
): Launch<A> {
  return async (options = {}) => {
    const app = await launch(options);
    started.push(app);
    return app;
  };
}

/** What the tests of one worker borrow: starting a browser or Electron takes longer than most tests. */
interface Lent {
  readonly web: LentWebBrowser;
  readonly electron: LentElectron;
}

async function closeAll(started: readonly RunningApp[], expectedErrors: RegExp | null): Promise<void> {
  for (const app of started) {
    check(app, expectedErrors);
    await app.close();
  }
}

export const test = base.extend<Fixtures, { readonly lent: Lent }>({
  expectedErrors: [null, { option: true }],
  lent: [
    // Playwright reads from the pattern which fixtures are wanted: none.
    async ({}, use) => {
      const lent = { web: lendWebBrowser(), electron: lendElectron() };
      await use(lent);
      await lent.electron.end();
      await lent.web.end();
    },
    { scope: 'worker' },
  ],
  launchApp: async ({ expectedErrors, lent }, use, { project }) => {
    const started: RunningApp[] = [];
    const launch = (options: LaunchOptions): Promise<RunningApp> =>
      project.name.startsWith('electron')
        ? launchElectron(options, lent.electron)
        : launchWeb(options, lent.web);
    await use(launcher(launch, started));
    await closeAll(started, expectedErrors);
  },
  launchElectronApp: async ({ expectedErrors, lent }, use) => {
    const started: ElectronApp[] = [];
    await use(launcher((options) => launchElectron(options, lent.electron), started));
    await closeAll(started, expectedErrors);
  },
});

export { expect };
