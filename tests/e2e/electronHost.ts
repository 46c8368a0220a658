/**
 * The application in Electron: the real binary where it can run, otherwise the built main process and preload under
 * Node with the stand-in for Electron's module.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { installedElectron } from '../../src/launch/electronBinary.mjs';
import { startRefusingProxy } from '../support/refusingProxy.ts';
import { dropFiles } from './dropFiles.ts';
import { launchRealElectron } from './realElectron.ts';
import type { ElectronProcess } from './electronProcess.ts';
import type { LaunchOptions, RunningApp } from './runningApp.ts';
import { launchStandIn } from './standIn.ts';
import { offlineSwitches, waitForApp } from './watchPage.ts';

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

export async function launchElectron(options: LaunchOptions): Promise<ElectronApp> {
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'amalgam-electron-')));
  const proxy = await startRefusingProxy();
  const args = [`--user-data-dir=${profile}`, ...offlineSwitches(proxy.address), ...(options.files ?? [])];
  const program = electronProgram();
  const electron = await (program === null ? launchStandIn(args) : launchRealElectron(program, args));
  const { page } = electron;
  await waitForApp(page);
  const end = async (stop: () => Promise<void>) => {
    await stop();
    proxy.close();
    if (options.profile === undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return {
    host: 'electron',
    page,
    profile,
    process: electron,
    async pickFiles(paths, open) {
      await answerOpenDialog(electron, paths);
      await open();
    },
    dropFiles: (paths, selector) => dropFiles(page, paths, selector),
    savedFile: (save) => savedFile(electron, save),
    consoleErrors: () => electron.watch.errors,
    outsideRequests: () => [...electron.watch.outside, ...proxy.asked],
    close: () => end(() => electron.quit()),
    kill: () => end(() => electron.kill()),
  };
}
