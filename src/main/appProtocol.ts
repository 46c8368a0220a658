/** Answers app:// requests: the built renderer, shelved columns and the pages to print. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { APP_HOST, COLUMN_PATH } from '#ipc/contract.ts';
import type { ColumnShelf } from './columnShelf.ts';
import { fileBelow } from './fileBelow.ts';
import { PRINT_HOST } from './printPages.ts';
import type { PrintPages } from './printPages.ts';

const MIME_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

export interface AppContent {
  /** Folder of the built renderer. */
  readonly rendererFolder: string;
  readonly shelf: ColumnShelf;
  readonly printPages: PrintPages;
}

/** The policy is written once, in index.html; as a header it also binds the workers. */
export function contentSecurityPolicy(indexHtml: string): string {
  const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/u.exec(indexHtml)?.[1];
  if (policy === undefined) throw new Error('index.html has no Content-Security-Policy.');
  return `${policy}; frame-ancestors 'none'`;
}

function notFound(): Response {
  return new Response('Not found', { status: 404, headers: { 'Content-Type': 'text/plain' } });
}

/** In pieces, so that the column is not held twice while it is sent. */
function columnResponse(bytes: Uint8Array): Response {
  const PIECE = 4 * 1024 * 1024;
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent < bytes.byteLength) controller.enqueue(bytes.slice(sent, sent + PIECE));
      sent += PIECE;
      if (sent >= bytes.byteLength) controller.close();
    },
  });
  return new Response(body, { headers: { 'Content-Type': 'application/octet-stream' } });
}

async function fileResponse(path: string, policy: string): Promise<Response> {
  const type = MIME_TYPES[extname(path)];
  if (type === undefined) return notFound();
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return notFound();
  const headers = {
    'Content-Type': type,
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
  };
  return new Response(new Uint8Array(bytes), { headers });
}

/** The handler for protocol.handle('app', …). */
export function createAppProtocol(content: AppContent): (request: Request) => Promise<Response> {
  const root = resolve(content.rendererFolder);
  const policy = contentSecurityPolicy(readFileSync(join(root, 'index.html'), 'utf8'));
  return async (request) => {
    const url = new URL(request.url);
    if (request.method !== 'GET') return new Response(null, { status: 405 });
    if (url.host === PRINT_HOST) return content.printPages.respond(url.pathname) ?? notFound();
    if (url.host !== APP_HOST) return notFound();
    if (url.pathname.startsWith(COLUMN_PATH)) {
      const bytes = content.shelf.take(url.pathname.slice(COLUMN_PATH.length));
      return bytes === undefined ? notFound() : columnResponse(bytes);
    }
    const path = fileBelow(root, url.pathname);
    return path === null ? notFound() : fileResponse(path, policy);
  };
}
