/** The Chromium behind the stand-in: started with the program's own Chromium switches, schemes answered by handlers. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';

const ARGUMENTS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
const SUFFIX = '.invalid';

/** A page cannot be loaded from a scheme Chromium does not know: scheme://host/ stands as https://host.scheme.invalid/. */
export function toChromium(address) {
  return address.replace(/^(?!https?:|data:|about:|blob:)([a-z]+):\/\/([^/]+)/u, `https://$2.$1${SUFFIX}`);
}

export function fromChromium(address) {
  return address.replace(/^https:\/\/([^/]+)\.([a-z]+)\.invalid/u, '$2://$1');
}

/** @param {string} name a switch such as user-data-dir */
export function switchValue(name) {
  const prefix = `--${name}=`;
  return process.argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length);
}

async function answer(route, handler) {
  const request = route.request();
  const { method, body } = { method: request.method(), body: request.postDataBuffer() };
  const init = { method, headers: request.headers(), ...(body === null ? {} : { body }) };
  const response = await handler(new Request(fromChromium(request.url()), init));
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}

/** Like Electron, so that a test can connect: says where the debugging port is when the switch asked for one. */
async function announceDebugger(folder) {
  if (switchValue('remote-debugging-port') === undefined) return;
  const file = join(folder, 'DevToolsActivePort');
  while (!existsSync(file) || !readFileSync(file, 'utf8').includes('\n')) await pause(20);
  const [port, path] = readFileSync(file, 'utf8').split('\n');
  console.error(`DevTools listening on ws://127.0.0.1:${port}${path}`);
}

/** @param {{ folder: string, handlers: Map<string, Function>, refuses: (url: string) => boolean, onNavigation: Function }} host */
export async function startChromium({ folder, handlers, refuses, onNavigation }) {
  mkdirSync(folder, { recursive: true });
  const switches = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: process.env['STAND_IN_CHROMIUM'],
    args: [...ARGUMENTS, ...switches.filter((argument) => !argument.startsWith('--user-data-dir'))],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    viewport: null,
  });
  await context.route('**/*', async (route) => {
    try {
      const request = route.request();
      const address = fromChromium(request.url());
      if (request.isNavigationRequest() && !onNavigation(request, address))
        return await route.abort('aborted');
      const handler = handlers.get(new URL(address).protocol.slice(0, -1));
      if (handler) return await answer(route, handler);
      return await (refuses(address) ? route.abort('blockedbyclient') : route.continue());
    } catch (error) {
      if (!/closed|disposed|Invalid InterceptionId/iu.test(String(error))) throw error;
    }
  });
  await announceDebugger(folder);
  return context;
}
