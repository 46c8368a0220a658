/** The main process: its parts put together. */
import { resolve } from 'node:path';
import type { BrowserWindow } from 'electron';
import { app, ipcMain, Menu, protocol, session } from 'electron';
import { APP_SCHEME } from '#ipc/contract.ts';
import { createAppProtocol } from './appProtocol.ts';
import { createColumnShelf } from './columnShelf.ts';
import { createFileTable } from './fileTable.ts';
import { createHandlers, registerHandlers, sendToWindow } from './handlers.ts';
import { createImportService } from './importService.ts';
import { createMainWindow } from './mainWindow.ts';
import { menuTemplate } from './menu.ts';
import { createOpenedFiles } from './openedFiles.ts';
import { pathsFromArguments } from './pathsFromArguments.ts';
import { createPrintPages } from './printPages.ts';
import { createReadInWorker } from './readInWorker.ts';
import { refuseForeignContent, refusePermissionsAndNetwork } from './refuseForeignContent.ts';

const rendererFolder = resolve(import.meta.dirname, '../renderer');
const sampleStudyFolder = app.isPackaged
  ? resolve(process.resourcesPath, 'sample-study')
  : resolve(import.meta.dirname, '../../resources/sample-study');

let mainWindow: BrowserWindow | null = null;
const files = createFileTable();
const shelf = createColumnShelf();
const printPages = createPrintPages();
const imports = createImportService(createReadInWorker(new URL('./nodeWorker.js', import.meta.url)));
const opened = createOpenedFiles(files, () => {
  if (mainWindow) sendToWindow(mainWindow.webContents, 'filesOpened', null);
});

function currentWindow(): BrowserWindow {
  if (mainWindow === null) throw new Error('The window is closed.');
  return mainWindow;
}

/** A page that is gone cannot fetch its columns nor cancel its imports. */
function forgetPage(): void {
  imports.cancelAll();
  shelf.clear();
}

function openWindow(): void {
  const window = createMainWindow();
  mainWindow = window;
  window.webContents.on('did-start-navigation', (details) => {
    if (details.isMainFrame && !details.isSameDocument) forgetPage();
  });
  window.webContents.on('render-process-gone', forgetPage);
  window.on('closed', () => {
    mainWindow = null;
    forgetPage();
  });
}

function showWindow(): void {
  if (mainWindow === null) {
    openWindow();
    return;
  }
  if (mainWindow.isMinimized()) mainWindow.restore();
  mainWindow.focus();
}

function openFromArguments(argv: readonly string[], workingDirectory: string): void {
  void opened.add(pathsFromArguments(argv, { isPackaged: app.isPackaged, workingDirectory }));
}

function whenReady(): void {
  refusePermissionsAndNetwork(session.defaultSession);
  protocol.handle(APP_SCHEME, createAppProtocol({ rendererFolder, shelf, printPages }));
  const context = { window: currentWindow, files, opened, imports, shelf, printPages, sampleStudyFolder };
  registerHandlers(ipcMain, createHandlers(context));
  const template = menuTemplate({
    platform: process.platform,
    isPackaged: app.isPackaged,
    send: (command) => {
      if (mainWindow) sendToWindow(mainWindow.webContents, 'menuCommand', command);
    },
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  openFromArguments(process.argv, process.cwd());
  openWindow();
}

function start(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      // Compiled code is kept from one start to the next.
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
  refuseForeignContent(app);
  app.on('second-instance', (_, argv, workingDirectory) => {
    openFromArguments(argv, workingDirectory);
    showWindow();
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void opened.add([path]);
    if (app.isReady()) showWindow();
  });
  app.on('activate', showWindow);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('before-quit', forgetPage);
  void app.whenReady().then(whenReady);
}

if (app.requestSingleInstanceLock()) start();
else app.quit();
