/**
 * The application in Electron: the real binary where it can run, otherwise the built main process and preload under
 * Node with the stand-in for Electron's module.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { installedElectron } from '../../src/launch/electronBinary.mjs';
import type { Page } from '@playwright/test';
import { startRefusingProxy } from '../support/refusingProxy.ts';
import type { RefusingProxy } from '../support/refusingProxy.ts';
import { clearOrigin } from './clearOrigin.ts';
import { dropForReal, dropWithPaths } from './dropFiles.ts';
import { launchRealElectron } from './realElectron.ts';
import type { ElectronProcess } from './electronProcess.ts';
import type { LaunchOptions, RunningApp } from './runningApp.ts';
import { launchStandIn } from './standIn.ts';
import { offlineSwitches, since, waitForApp } from './watchPage.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Electron's sandbox cannot start for root, and it is never switched off. */
export function electronProgram(): string | null {
  return process.getuid?.() === 0 ? null : installedElectron(ROOT);
}

export interface ElectronApp extends RunningApp {
  readonly process: ElectronProcess;
}

async function answerOpenDialog(electron: ElectronProcess, paths: readonly string[]): Promise<void> {
  await electron.inMain(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...filePaths] });
  }, paths);
}

async function savedFile(electron: ElectronProcess, save: () => Promise<void>) {
  const folder = await mkdtemp(join(tmpdir(), 'amalgam-saved-'));
  await electron.inMain(({ dialog }, target) => {
    const state = globalThis as { savedTo?: string };
    delete state.savedTo;
    dialog.showSaveDialog = (...args: unknown[]) => {
      const { defaultPath } = args.at(-1) as { defaultPath: string };
      state.savedTo = `${target}/${defaultPath.split(/[/\\]/u).at(-1) ?? ''}`;
      return Promise.resolve({ canceled: false, filePath: state.savedTo });
    };
  }, folder);
  await save();
  const path = await electron.waitInMain(() => (globalThis as { savedTo?: string }).savedTo ?? null);
  const bytes = await readWhenWritten(path);
  await rm(folder, { recursive: true, force: true });
  return { name: basename(path), bytes };
}

/** The file appears by being moved into place, so it is whole the moment it is there. */
async function readWhenWritten(path: string): Promise<Uint8Array> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const bytes = await readFile(path).catch(() => null);
    if (bytes !== null) return new Uint8Array(bytes);
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`${path} was never written.`);
}

/** A started program with its profile and with the proxy that hears what wants to leave the machine. */
export interface ElectronRun {
  readonly profile: string;
  readonly electron: ElectronProcess;
  readonly proxy: RefusingProxy;
  end(stop: () => Promise<void>): Promise<void>;
}

export async function startElectron(options: LaunchOptions): Promise<ElectronRun> {
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'amalgam-electron-')));
  const proxy = await startRefusingProxy();
  const args = [`--user-data-dir=${profile}`, ...offlineSwitches(proxy.address), ...(options.files ?? [])];
  const program = electronProgram();
  const electron = await (program === null ? launchStandIn(args) : launchRealElectron(program, args));
  await waitForApp(electron.page);
  return {
    profile,
    electron,
    proxy,
    async end(stop) {
      await stop();
      proxy.close();
      if (options.profile === undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** As after a first start: nothing stored, nothing shelved, the page anew. */
async function startOver({ page }: ElectronProcess, size: ReturnType<Page['viewportSize']>): Promise<void> {
  await page.unrouteAll();
  await page.emulateMedia({ colorScheme: null });
  if (size !== null) await page.setViewportSize(size);
  await clearOrigin(page, new URL(page.url()).origin);
  await page.reload();
  await waitForApp(page);
}

/** The program as one test sees it: what was said and asked before the test is not the test's. */
function appOf(
  { electron, profile, proxy }: ElectronRun,
  ends: Pick<ElectronApp, 'close' | 'kill'>,
): ElectronApp {
  const { page } = electron;
  const errors = since(electron.watch.errors);
  const outside = since(electron.watch.outside);
  const asked = since(proxy.asked);
  return {
    host: 'electron',
    page,
    profile,
    process: electron,
    async pickFiles(paths, open) {
      await answerOpenDialog(electron, paths);
      await open();
    },
    dropFiles: (paths, selector) =>
      (electronProgram() === null ? dropWithPaths : dropForReal)(page, paths, selector),
    savedFile: (save) => savedFile(electron, save),
    consoleErrors: errors,
    outsideRequests: () => [...outside(), ...asked()],
    ...ends,
  };
}

/** A program for the tests of one worker that name neither a profile nor files: each finds it as newly started. */
export interface LentElectron {
  launch(): Promise<ElectronApp>;
  end(): Promise<void>;
}

export function lendElectron(): LentElectron {
  let kept: Promise<ElectronRun> | null = null;
  let size: ReturnType<Page['viewportSize']> = null;
  let isLent = false;
  const end = async () => {
    const ending = kept;
    kept = null;
    await ending?.then((run) => run.end(() => run.electron.quit()));
  };
  return {
    async launch() {
      if (isLent) return launchOwnElectron({});
      isLent = true;
      if (kept === null) {
        kept = startElectron({});
        size = (await kept).electron.page.viewportSize();
      } else await startOver((await kept).electron, size);
      const run = await kept;
      const giveBack = () => {
        isLent = false;
        return Promise.resolve();
      };
      const kill = async () => {
        kept = null;
        await giveBack();
        await run.end(() => run.electron.kill());
      };
      return appOf(run, { close: giveBack, kill });
    },
    end,
  };
}

async function launchOwnElectron(options: LaunchOptions): Promise<ElectronApp> {
  const run = await startElectron(options);
  const { electron } = run;
  return appOf(run, {
    close: () => run.end(() => electron.quit()),
    kill: () => run.end(() => electron.kill()),
  });
}

export function launchElectron(options: LaunchOptions, lent: LentElectron): Promise<ElectronApp> {
  const isPlain = options.profile === undefined && options.files === undefined;
  return isPlain ? lent.launch() : launchOwnElectron(options);
}
