/** Answers app:// requests: the built renderer, shelved columns and the pages to print. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { APP_HOST, COLUMN_PATH } from '#ipc/contract.ts';
import { contentSecurityPolicy, contentTypeOf, fileBelow } from '../launch/rendererFiles.mjs';
import type { ColumnShelf } from './columnShelf.ts';
import { PRINT_HOST } from './printPages.ts';
import type { PrintPages } from './printPages.ts';

export interface AppContent {
  /** Folder of the built renderer. */
  readonly rendererFolder: string;
  readonly shelf: ColumnShelf;
  readonly printPages: PrintPages;
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
  const type = contentTypeOf(path);
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
