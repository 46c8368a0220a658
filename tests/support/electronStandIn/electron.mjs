/** The module `electron` itself, as far as the stand-in has it. */
import { EventEmitter } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChromium, switchValue, toChromium } from './chromium.mjs';
import { claimSingleInstance } from './singleInstance.mjs';
import { strict } from './strict.mjs';
import { createWebContents } from './webContents.mjs';

const SCREEN = { x: 0, y: 0, width: 1920, height: 1080 };
const userData = switchValue('user-data-dir') ?? mkdtempSync(join(tmpdir(), 'electron-stand-in-'));
const handlers = new Map();
const ipc = new Map();
const windows = new Set();
const appEvents = new EventEmitter();
const sessionEvents = new EventEmitter();
let requestFilter = null;
let requestHandler = null;
let checkHandler = null;
let context = null;
let isQuitting = false;
let nextId = 1;

const { isFirst, release } = await claimSingleInstance(userData, ({ argv, cwd }) => {
  appEvents.emit('second-instance', {}, argv, cwd, null);
});

function matches(pattern, address) {
  const source = pattern.replace(/[.+?^${}()|[\]\\]/gu, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${source}$`, 'u').test(address);
}

/** Asks the listener of webRequest.onBeforeRequest, which must answer at once here. */
function isRefusedByFilter(address) {
  if (requestFilter === null || !requestFilter.urls.some((pattern) => matches(pattern, address)))
    return false;
  let isCancelled = false;
  requestFilter.listener({ url: address }, ({ cancel }) => {
    isCancelled = cancel === true;
  });
  return isCancelled;
}

const sessionSide = {
  askPermission: (contents, permission, requestingUrl) =>
    new Promise((done) => {
      if (requestHandler === null) done(true);
      else requestHandler(contents, permission, done, { requestingUrl, isMainFrame: true });
    }),
};

export const session = strict('session', {
  defaultSession: strict('session', {
    setPermissionRequestHandler: (handler) => (requestHandler = handler),
    setPermissionCheckHandler: (handler) => (checkHandler = handler),
    setDevicePermissionHandler: () => undefined,
    on: (name, listener) => sessionEvents.on(name, listener),
    emit: (name, ...args) => sessionEvents.emit(name, ...args),
    webRequest: strict('webRequest', {
      onBeforeRequest: (filter, listener) => (requestFilter = { ...filter, listener }),
    }),
  }),
});

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(schemes) {
    if (context !== null)
      throw new Error('protocol.registerSchemesAsPrivileged must be called before ready.');
    for (const { scheme, privileges } of schemes)
      if (!privileges?.standard || !privileges.secure)
        throw new Error(`${scheme} must be standard and secure here.`);
  },
  handle: (scheme, handler) => handlers.set(scheme, handler),
});

export const ipcMain = strict('ipcMain', {
  handle(channel, handler) {
    if (ipc.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    ipc.set(channel, handler);
  },
});

const noDialog = () => Promise.reject(new Error('There is nobody to answer a dialog here.'));
/** Not strict: a test puts its own answers in. */
export const dialog = { showOpenDialog: noDialog, showSaveDialog: noDialog };

export const screen = strict('screen', {
  getAllDisplays: () => [{ id: 1, bounds: SCREEN, workArea: SCREEN }],
});

const ROLES = new Set(
  'about appMenu close copy cut delete help paste quit resetZoom selectAll toggleDevTools togglefullscreen windowMenu zoomIn zoomOut'.split(
    ' ',
  ),
);
let applicationMenu = null;

function buildMenu(template) {
  const items = template.map((item) => {
    if (item.role !== undefined && !ROLES.has(item.role)) throw new Error(`Unknown role ${item.role}`);
    return { ...item, submenu: item.submenu === undefined ? null : buildMenu(item.submenu) };
  });
  const getMenuItemById = (id) =>
    items.find((item) => item.id === id) ??
    items.map((item) => item.submenu?.getMenuItemById(id)).find((item) => item) ??
    null;
  return strict('menu', { items, getMenuItemById });
}

export const Menu = strict('Menu', {
  buildFromTemplate: buildMenu,
  setApplicationMenu: (menu) => (applicationMenu = menu),
  getApplicationMenu: () => applicationMenu,
});

async function newPage() {
  const [blank] = context.pages().filter((page) => page.url() === 'about:blank');
  return windows.size <= 1 && blank ? blank : context.newPage();
}

async function grantClipboard(contents, address) {
  const origin = new URL(toChromium(address)).origin;
  if (checkHandler?.(contents, 'clipboard-sanitized-write', address, {}) && origin !== 'null')
    await context.grantPermissions(['clipboard-write'], { origin });
}

export class BrowserWindow {
  constructor(options = {}) {
    const { webPreferences = {}, x = 0, y = 0, width = 800, height = 600 } = options;
    if (webPreferences.nodeIntegration === true || webPreferences.sandbox === false)
      throw new Error('The stand-in for Electron has sandboxed windows without Node only.');
    this._bounds = { x, y, width, height };
    this._state = 'normal';
    this._events = new EventEmitter();
    this._self = this;
    windows.add(this);
    const parts = {
      page: newPage(),
      ipc,
      session: sessionSide,
      preload: webPreferences.preload,
      id: nextId++,
    };
    this._side = createWebContents(parts);
    this.webContents = this._side.contents;
    void this._side.ready.then((page) => {
      page.on('close', () => this._ended());
      return page.setViewportSize({ width, height });
    });
    appEvents.emit('web-contents-created', {}, this.webContents);
    return strict('BrowserWindow', this);
  }
  static getAllWindows() {
    return [...windows];
  }
  on(name, listener) {
    this._events.on(name, listener);
    return this;
  }
  once(name, listener) {
    this._events.once(name, listener);
    return this;
  }
  async loadURL(address) {
    await this._side.ready;
    await grantClipboard(this.webContents, address);
    await this._side.load(address);
    this._events.emit('ready-to-show');
  }
  show() {}
  focus() {}
  getNormalBounds() {
    return this._bounds;
  }
  setBounds(bounds) {
    this._bounds = { ...this._bounds, ...bounds };
  }
  isMaximized() {
    return this._state === 'maximised';
  }
  maximize() {
    this._state = 'maximised';
  }
  isMinimized() {
    return this._state === 'minimised';
  }
  minimize() {
    this._state = 'minimised';
  }
  restore() {
    this._state = 'normal';
  }
  close() {
    this._events.emit('close', { preventDefault: () => undefined });
    this.destroy();
  }
  destroy() {
    void this._side.ready.then((page) => page.close());
    this._ended();
  }
  /** By us or by Chromium: the events come once. */
  _ended() {
    if (!windows.delete(this._self)) return;
    this._side.markGone();
    this._events.emit('closed');
    if (windows.size === 0 && !isQuitting) appEvents.emit('window-all-closed');
  }
}

async function start() {
  const sideOf = (request) => [...windows].map((window) => window._side).find((side) => side.owns(request));
  context = await startChromium({
    folder: join(userData, 'chromium'),
    handlers,
    refuses: isRefusedByFilter,
    onNavigation: (request, address) => sideOf(request)?.allowsNavigation(request, address) ?? true,
  });
}

async function endProcess() {
  if (isQuitting) return;
  isQuitting = true;
  appEvents.emit('before-quit', { preventDefault: () => undefined });
  for (const window of [...windows]) window.close();
  appEvents.emit('will-quit', {});
  await context?.close().catch(() => undefined);
  release();
  process.exit(0);
}

const started = isFirst ? start() : new Promise(() => undefined);
const PATHS = { userData, temp: tmpdir(), documents: userData, downloads: userData };

export const app = strict('app', {
  isPackaged: false,
  on: (name, listener) => (appEvents.on(name, listener), app),
  once: (name, listener) => (appEvents.once(name, listener), app),
  emit: (name, ...args) => appEvents.emit(name, ...args),
  whenReady: () => started,
  isReady: () => context !== null,
  getPath(name) {
    if (!(name in PATHS)) throw new Error(`The stand-in for Electron has no path ${name}.`);
    return PATHS[name];
  },
  requestSingleInstanceLock: () => isFirst,
  quit: () => {
    void endProcess();
  },
});

process.on('SIGTERM', app.quit);
process.on('SIGINT', app.quit);
process.on('disconnect', app.quit);

/** As Playwright's electronApplication.evaluate: the tester's function runs here with the module. */
process.on('message', async ({ id, source, argument }) => {
  try {
    const run = (0, eval)(`(${source})`);
    const module = { app, BrowserWindow, dialog, ipcMain, Menu, protocol, screen, session };
    process.send?.({ id, value: await run(module, argument) });
  } catch (error) {
    process.send?.({ id, error: String(error) });
  }
});
