/** Runs the built main process under Node with the stand-in for Electron's module, and connects to its Chromium. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { ElectronProcess, InMain } from './electronProcess.ts';
import { waitWith } from './electronProcess.ts';
import { testBrowser } from './testBrowser.ts';
import { watchContext } from './watchPage.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const REGISTER = resolve(ROOT, 'tests/support/electronStandIn/register.mjs');
const MAIN = resolve(ROOT, 'out/main/index.js');
const START_LIMIT_MS = 30_000;

interface Answer {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

export function spawnStandIn(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, ['--import', REGISTER, MAIN, ...args], {
    cwd: ROOT,
    env: { ...process.env, STAND_IN_CHROMIUM: testBrowser().path },
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
}

/** The address that the program prints when its debugging port is open; everything else it says is passed on. */
function debuggerAddress(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    const late = setTimeout(() => {
      fail(new Error('The program did not start in 30 s.'));
    }, START_LIMIT_MS);
    child.once('exit', (code) => {
      clearTimeout(late);
      fail(new Error(`The program ended with code ${String(code)} before its window was open.`));
    });
    if (child.stderr === null) return;
    createInterface(child.stderr).on('line', (line) => {
      const address = /^DevTools listening on (ws:\S+)/u.exec(line)?.[1];
      if (address === undefined) process.stderr.write(`${line}\n`);
      else {
        clearTimeout(late);
        done(address);
      }
    });
  });
}

function inMainOf(child: ChildProcess): InMain {
  let lastId = 0;
  const waiting = new Map<number, (answer: Answer) => void>();
  child.on('message', (message) => {
    const answer = message as Answer;
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  return ((run: unknown, argument: unknown) =>
    new Promise<unknown>((done, fail) => {
      const id = ++lastId;
      waiting.set(id, ({ value, error }) => {
        if (error === undefined) done(value);
        else fail(new Error(error));
      });
      child.send({ id, source: String(run), argument });
    })) as InMain;
}

async function mainPage(context: BrowserContext): Promise<Page> {
  const isMain = (page: Page) => page.url().startsWith('https://');
  for (;;) {
    const page = context.pages().find(isMain);
    if (page) return page;
    await new Promise((pause) => setTimeout(pause, 20));
  }
}

async function endOf(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

/** Without its parent the Chromium of a killed program ends by itself; this waits for it, so that the profile is free. */
async function disconnected(browser: Browser): Promise<void> {
  if (browser.isConnected()) await new Promise((done) => browser.once('disconnected', done));
}

export async function launchStandIn(args: readonly string[]): Promise<ElectronProcess> {
  const child = spawnStandIn(['--remote-debugging-port=0', ...args]);
  const browser = await chromium.connectOverCDP(await debuggerAddress(child));
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('Chromium has no context.');
  const watch = watchContext(context);
  const inMain = inMainOf(child);
  return {
    page: await mainPage(context),
    watch,
    inMain,
    waitInMain: (ask) => waitWith(inMain, ask),
    quit: () => endOf(child, 'SIGTERM'),
    async kill() {
      await endOf(child, 'SIGKILL');
      await disconnected(browser);
    },
  };
}
