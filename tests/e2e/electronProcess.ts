/** A running main process, real or with the stand-in, as the tests drive it. */
import type { Page } from '@playwright/test';
import type * as Electron from 'electron';
import type { PageWatch } from './watchPage.ts';

export type InMain = <A, R>(
  run: (electron: typeof Electron, argument: A) => R | Promise<R>,
  argument: A,
) => Promise<R>;

export interface ElectronProcess {
  /** The main window's page. */
  readonly page: Page;
  readonly watch: PageWatch;
  /** Runs a function inside the main process; it may use nothing but its two arguments. */
  readonly inMain: InMain;
  /** Asks in the main process until the answer is not null. */
  readonly waitInMain: <R>(ask: () => R | null) => Promise<R>;
  quit(): Promise<void>;
  kill(): Promise<void>;
}

/** Asks again every 50 ms for at most 15 s. */
export async function waitWith<R>(inMain: InMain, ask: () => R | null): Promise<R> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const answer = await inMain(ask, null);
    if (answer !== null) return answer;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('The main process did not answer in 15 s.');
}
