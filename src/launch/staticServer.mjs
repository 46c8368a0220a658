/** Serves the built renderer to this machine alone: loopback, files of one folder, nothing listed. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, relative, resolve } from 'node:path';
import { cacheControlOf, contentSecurityPolicy, contentTypeOf, fileBelow } from './rendererFiles.mjs';

const HOST = '127.0.0.1';

const BYTES = 'application/octet-stream';

/**
 * The file that a request's path names, or null when it would lie outside the root.
 * @param {string} root
 * @param {string} requestPath
 */
export function fileOfRequest(root, requestPath) {
  const [path = '/'] = requestPath.split(/[?#]/u);
  return fileBelow(root, path === '/' ? '/index.html' : path);
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
      'Content-Type': contentTypeOf(file) ?? BYTES,
      'Content-Length': bytes.byteLength,
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cache-Control': cacheControlOf(relative(root, file)),
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
