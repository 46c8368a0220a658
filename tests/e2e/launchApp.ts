/**
 * The fixture of every end-to-end test: `launchApp()` starts the application in the project's host (web or electron).
 * Errors on the console and requests that leave the machine fail the test.
 */
import { expect, test as base } from '@playwright/test';
import { launchElectron } from './electronHost.ts';
import type { ElectronApp } from './electronHost.ts';
import type { LaunchOptions, RunningApp } from './runningApp.ts';
import { launchWeb } from './webHost.ts';

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

export const test = base.extend<Fixtures>({
  expectedErrors: [null, { option: true }],
  launchApp: async ({ expectedErrors }, use, { project }) => {
    const started: RunningApp[] = [];
    await use(launcher(project.name === 'electron' ? launchElectron : launchWeb, started));
    for (const app of started) {
      check(app, expectedErrors);
      await app.close();
    }
  },
  launchElectronApp: async ({ expectedErrors }, use) => {
    const started: ElectronApp[] = [];
    await use(launcher(launchElectron, started));
    for (const app of started) {
      check(app, expectedErrors);
      await app.close();
    }
  },
});

export { expect };
