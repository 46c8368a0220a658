/** The one window: sandboxed, where it stood last time. */
import { join } from 'node:path';
import { app, BrowserWindow, screen } from 'electron';
import { APP_HOST, APP_SCHEME } from '#ipc/contract.ts';
import { readWindowState, usableState, writeWindowState } from './windowState.ts';

const STATE_FILE = 'window.json';
const FIRST_SIZE = { width: 1280, height: 800 };

function statePath(): string {
  return join(app.getPath('userData'), STATE_FILE);
}

export function createMainWindow(): BrowserWindow {
  const workAreas = screen.getAllDisplays().map((display) => display.workArea);
  const last = readWindowState(statePath());
  const state = last && usableState(last, workAreas);
  const window = new BrowserWindow({
    ...(state?.bounds ?? FIRST_SIZE),
    minWidth: 800,
    minHeight: 560,
    show: false,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      devTools: !app.isPackaged,
      // The spelling checker would fetch its dictionaries from the network.
      spellcheck: false,
    },
  });
  if (state?.maximised) window.maximize();
  window.once('ready-to-show', () => {
    window.show();
  });
  window.on('close', () => {
    writeWindowState(statePath(), { bounds: window.getNormalBounds(), maximised: window.isMaximized() });
  });
  void window.loadURL(`${APP_SCHEME}://${APP_HOST}/index.html`);
  return window;
}
