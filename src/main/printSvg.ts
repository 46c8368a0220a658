/** Prints one figure as vectors on a page of exactly its size, with its fonts embedded. */
import { BrowserWindow } from 'electron';
import { exactPdf } from '#figures/exactPdf.ts';
import type { Paper } from '#ipc/contract.ts';
import { APP_SCHEME } from '#ipc/contract.ts';
import { assertPlainSvg } from './plainSvg.ts';
import { PRINT_HOST, SPARE_MM } from './printPages.ts';
import type { PrintPages } from './printPages.ts';

const MM_PER_INCH = 25.4;
const LARGEST_MM = 2000;
/** The date of a figure that has none, so that the same figure gives the same file. */
const UNKNOWN_TIME = '2000-01-01T00:00:00Z';

function assertPaper({ width_mm, height_mm }: Paper): void {
  const fits = [width_mm, height_mm].every((size) => size > 0 && size <= LARGEST_MM);
  if (!fits) throw new Error(`A page of ${width_mm} mm by ${height_mm} mm cannot be printed.`);
}

async function printPage(window: BrowserWindow, paper: Paper): Promise<Uint8Array> {
  await window.webContents.executeJavaScript('document.fonts.ready.then(() => true)');
  return window.webContents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    pageSize: {
      width: (paper.width_mm + SPARE_MM) / MM_PER_INCH,
      height: (paper.height_mm + SPARE_MM) / MM_PER_INCH,
    },
  });
}

export async function printSvg(pages: PrintPages, svg: string, paper: Paper): Promise<Uint8Array> {
  assertPaper(paper);
  assertPlainSvg(svg);
  const path = pages.put(svg, paper);
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false },
  });
  try {
    await window.loadURL(`${APP_SCHEME}://${PRINT_HOST}${path}`);
    const date_s = Date.parse(paper.createdAt ?? UNKNOWN_TIME) / 1000;
    return exactPdf(new Uint8Array(await printPage(window, paper)), { ...paper, date_s });
  } finally {
    window.destroy();
    pages.remove(path);
  }
}
