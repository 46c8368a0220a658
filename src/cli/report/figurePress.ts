/**
 * Draws figures with the window's own code in a Chromium without a window. Its pages come from the built renderer:
 * every request is answered here or refused, so no socket is opened and nothing leaves the computer.
 */
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page, type Route } from 'playwright-core';
import { encodeFigure } from '#figures/figureJson.ts';
import type { Figure, FigureStyle } from '#figures/figure.ts';
import { findBrowser } from '../../launch/findBrowser.mjs';
import { reportWords } from '../text/reportWords.ts';

export interface FigurePress {
  svg(figure: Figure): Promise<string>;
  /** One page, the figure in its upper left corner, fonts embedded; exactPdf cuts it to the figure's size. */
  pdf(svg: string, figure: Pick<Figure, 'title' | 'width_mm' | 'height_mm'>): Promise<Uint8Array>;
  close(): Promise<void>;
}

export type PressOutcome =
  | { readonly ok: true; readonly press: FigurePress }
  | { readonly ok: false; readonly reason: string; readonly advice: string };

const ORIGIN = 'https://amalgam.invalid';
const FIGURE_PAGE = '/figureHost/figure.html';
const PRINT_PAGE = '/print';
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; img-src data:";
/** Room at the right and below, for pages that the browser rounds to its pixels. */
const SPARE_MM = 1;
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.ttf': 'font/ttf',
};

/** Nothing but the drawing: no update, no report of crashes, no name looked up. */
const ARGUMENTS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

/** @param renderer folder of the built window @param note takes what a user should know */
export async function createFigurePress(
  renderer: string,
  note: (text: string) => void,
): Promise<PressOutcome> {
  if (!existsSync(join(renderer, FIGURE_PAGE)))
    return { ok: false, reason: reportWords.noFigurePage(), advice: reportWords.buildAdvice() };
  try {
    const found = findBrowser();
    if (!found) return { ok: false, reason: reportWords.noBrowser(), advice: reportWords.browserAdvice() };
    note(reportWords.usingBrowser(found.origin));
    const browser = await launch(found.path, note);
    return { ok: true, press: await pressIn(browser, renderer) };
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
    return { ok: false, reason: reportWords.drawingFailed(reason), advice: reportWords.browserAdvice() };
  }
}

/** Root's Chromium has no sandbox to start; any other user's keeps it. */
function launch(executablePath: string, note: (text: string) => void): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  if (isRoot) note(reportWords.noSandbox());
  const args = isRoot ? [...ARGUMENTS, '--no-sandbox'] : ARGUMENTS;
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  return chromium.launch({ executablePath, headless: true, args, chromiumSandbox: !isRoot, ...signals });
}

async function pressIn(browser: Browser, renderer: string): Promise<FigurePress> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const printed = { html: '' };
  await serve(context, renderer, printed);
  const drawing = await openDrawing(context);
  const printing = await context.newPage();
  return {
    svg: (figure) => drawing.evaluate((json) => globalThis.amalgamSvg(json), encodeFigure(figure)),
    async pdf(svg, figure) {
      printed.html = printPage(svg, figure, fontName(renderer));
      await printing.goto(ORIGIN + PRINT_PAGE);
      await printing.evaluate(() => document.fonts.ready.then(() => true));
      return print(printing, figure);
    },
    close: () => browser.close(),
  };
}

declare global {
  /** Defined by the page of src/renderer/figureHost. */
  var amalgamSvg: (figureJson: string) => Promise<string>;
}

async function serve(
  context: BrowserContext,
  renderer: string,
  printed: { readonly html: string },
): Promise<void> {
  await context.route('**/*', async (route: Route) => {
    const { origin, pathname } = new URL(route.request().url());
    if (origin !== ORIGIN) return route.abort('blockedbyclient');
    if (pathname === PRINT_PAGE)
      return route.fulfill({
        body: printed.html,
        contentType: TYPES['.html'] ?? '',
        headers: { 'Content-Security-Policy': POLICY },
      });
    const path = join(renderer, normalize(decodeURIComponent(pathname)));
    const contentType = TYPES[extname(path)];
    if (contentType === undefined || !existsSync(path)) return route.abort('failed');
    return route.fulfill({ body: await readFile(path), contentType });
  });
}

async function openDrawing(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(ORIGIN + FIGURE_PAGE);
  await page.waitForSelector('[data-ready=true]', { state: 'attached' });
  return page;
}

function fontName(renderer: string): string {
  return readdirSync(join(renderer, 'assets')).find((name) => /^Arimo_400Regular\b.*\.ttf$/.test(name)) ?? '';
}

function printPage(
  svg: string,
  { title, width_mm, height_mm }: Pick<Figure, 'title' | 'width_mm' | 'height_mm'>,
  font: string,
): string {
  const name = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title><style>
@font-face { font-family: Arimo; src: url(/assets/${font}); }
@page { size: ${width_mm + SPARE_MM}mm ${height_mm + SPARE_MM}mm; margin: 0; }
html, body { margin: 0; padding: 0; overflow: hidden; }
svg { display: block; width: ${width_mm}mm; height: ${height_mm}mm; }
</style></head><body>${svg}</body></html>`;
}

async function print(
  page: Page,
  { width_mm, height_mm }: Pick<FigureStyle, 'width_mm' | 'height_mm'>,
): Promise<Uint8Array> {
  return page.pdf({
    width: `${width_mm + SPARE_MM}mm`,
    height: `${height_mm + SPARE_MM}mm`,
    preferCSSPageSize: true,
    printBackground: true,
    tagged: false,
  });
}
