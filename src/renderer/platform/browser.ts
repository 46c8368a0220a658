/** The adapter for a plain browser: files come from a picker or a drop, a web worker reads them. */
import type { Platform } from './platform.ts';

export function createBrowserPlatform(): Platform {
  const notYet = () => Promise.reject(new Error('not built yet'));
  return {
    host: 'browser',
    pickFiles: () => Promise.resolve([]),
    filesOfDrop: () => Promise.resolve([]),
    onFilesOpened: () => () => undefined,
    importFile: notYet,
    sampleStudyFiles: notYet,
    readText: notYet,
    saveFile: notYet,
    pdfOfSvg: notYet,
    onMenuCommand: () => () => undefined,
  };
}
