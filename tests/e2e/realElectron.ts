/** Starts Electron's own binary on the built application. */
import { resolve } from 'node:path';
import { _electron } from '@playwright/test';
import type { ElectronProcess, InMain } from './electronProcess.ts';
import { waitWith } from './electronProcess.ts';
import { watchContext } from './watchPage.ts';

const ROOT = resolve(import.meta.dirname, '../..');

export async function launchRealElectron(program: string, args: readonly string[]): Promise<ElectronProcess> {
  const electron = await _electron.launch({ executablePath: program, args: [ROOT, ...args] });
  const watch = watchContext(electron.context());
  const page = await electron.firstWindow();
  const inMain = ((run: never, argument: unknown) => electron.evaluate(run, argument)) as InMain;
  return {
    page,
    watch,
    inMain,
    waitInMain: (ask) => waitWith(inMain, ask),
    quit: () => electron.close(),
    async kill() {
      const ended = electron.waitForEvent('close');
      electron.process().kill('SIGKILL');
      await ended;
    },
  };
}
