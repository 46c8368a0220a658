/** Serves the built renderer to this machine alone: loopback, files of one folder, nothing listed. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';

const HOST = '127.0.0.1';

/** @type {Readonly<Record<string, string>>} */
const MIME_TYPES = {
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
};
const BYTES = 'application/octet-stream';

/**
 * The policy is written once, in index.html; as a header it also binds the workers.
 * @param {string} indexHtml
 */
function contentSecurityPolicy(indexHtml) {
  const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/u.exec(indexHtml)?.[1];
  if (policy === undefined) throw new Error('index.html has no Content-Security-Policy.');
  return `${policy}; frame-ancestors 'none'`;
}

/**
 * The file that a request's path names, or null when it would lie outside the root. A backslash and a colon mean
 * folders, drives and hidden streams on Windows, and no file of the renderer has either in its name.
 * @param {string} root
 * @param {string} requestPath
 */
export function fileOfRequest(root, requestPath) {
  const [path = '/'] = requestPath.split(/[?#]/u);
  try {
    const decoded = decodeURIComponent(path);
    if (/[\\:\0]/u.test(decoded)) return null;
    const file = resolve(root, `.${decoded === '/' ? '/index.html' : decoded}`);
    return file.startsWith(root + sep) ? file : null;
  } catch {
    return null;
  }
}

/**
 * A page of another site may resolve its own name to 127.0.0.1; such a request names that site as its host.
 * @param {string | undefined} host
 */
function isLoopbackName(host) {
  return /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/u.test(host ?? '');
}

/**
 * @param {string} folder the built renderer
 * @returns {import('node:http').Server} not yet listening
 */
export function createStaticServer(folder) {
  const root = resolve(folder);
  const policy = contentSecurityPolicy(readFileSync(join(root, 'index.html'), 'utf8'));
  return createServer((request, response) => {
    void respond(request, response);
  });

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  async function respond(request, response) {
    const refuse = (/** @type {number} */ status) => response.writeHead(status).end();
    if (!isLoopbackName(request.headers.host)) return refuse(403);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
    const file = fileOfRequest(root, request.url ?? '/');
    const bytes = file === null ? null : await readFile(file).catch(() => null);
    if (file === null || bytes === null) return refuse(404);
    response.writeHead(200, {
      'Content-Type': MIME_TYPES[extname(file)] ?? BYTES,
      'Content-Length': bytes.byteLength,
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cache-Control': 'no-cache',
    });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  }
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port 0 takes any free one
 * @returns {Promise<number>} the port; rejects with code EADDRINUSE when it is taken
 */
export function listen(server, port) {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, HOST, () => {
      const address = server.address();
      if (address === null || typeof address === 'string') fail(new Error('The server has no port.'));
      else done(address.port);
    });
  });
}
