/** Pages that hold one figure each and nothing that could run, waiting for the hidden window that prints them. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Paper } from '#ipc/contract.ts';
import regular from '@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf?asset';
import italic from '@expo-google-fonts/arimo/400Regular_Italic/Arimo_400Regular_Italic.ttf?asset';
import bold from '@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf?asset';
import boldItalic from '@expo-google-fonts/arimo/700Bold_Italic/Arimo_700Bold_Italic.ttf?asset';

export const PRINT_HOST = 'print';

/** Browsers round a page to device pixels: it is printed larger and then cut to size. */
export const SPARE_MM = 1;

/** No script, no frame, no form, nothing from anywhere: the figure is text that somebody else may have written. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

const FACES = [
  { file: regular, weight: 400, style: 'normal' },
  { file: italic, weight: 400, style: 'italic' },
  { file: bold, weight: 700, style: 'normal' },
  { file: boldItalic, weight: 700, style: 'italic' },
];

export interface PrintPages {
  /** Path of a page that prints the SVG alone on paper of that size. */
  put(svg: string, paper: Paper): string;
  remove(path: string): void;
  respond(path: string): Response | undefined;
}

function fontFace({ file, weight, style }: (typeof FACES)[number]): string {
  const data = readFileSync(file).toString('base64');
  const source = `url(data:font/ttf;base64,${data})`;
  return `@font-face { font-family: Arimo; font-weight: ${weight}; font-style: ${style}; src: ${source}; }`;
}

function printPage(svg: string, { width_mm, height_mm }: Paper): string {
  const size = `${width_mm + SPARE_MM}mm ${height_mm + SPARE_MM}mm`;
  return `<!doctype html><html><head><meta charset="utf-8"><style>
${FACES.map(fontFace).join('\n')}
@page { size: ${size}; margin: 0; }
html, body { margin: 0; padding: 0; overflow: hidden; }
svg { display: block; width: ${width_mm}mm; height: ${height_mm}mm; }
</style></head><body>${svg}</body></html>`;
}

export function createPrintPages(): PrintPages {
  const pages = new Map<string, string>();
  return {
    put(svg, paper) {
      const path = `/${randomUUID()}`;
      pages.set(path, printPage(svg, paper));
      return path;
    },
    remove: (path) => {
      pages.delete(path);
    },
    respond(path) {
      const page = pages.get(path);
      if (page === undefined) return undefined;
      const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': POLICY };
      return new Response(page, { headers });
    },
  };
}
