/** What both hosts that serve the built renderer, the loopback server and Electron's protocol, say of its files. */
import { extname, resolve, sep } from 'node:path';

/** @type {Readonly<Record<string, string>>} */
const TYPES = {
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

/**
 * The type of a file of the renderer; undefined for one that only the sample study holds.
 * @param {string} path
 */
export function contentTypeOf(path) {
  return TYPES[extname(path)];
}

/**
 * The name of a built asset holds a hash of its content. One that is kept keeps its compiled code too, so that a window
 * opens in half the time the second and the third time; every other file is asked for anew.
 * @param {string} path of the file, below the root
 */
export function cacheControlOf(path) {
  return path.split(sep).includes('assets') ? 'private, max-age=31536000, immutable' : 'no-cache';
}

/**
 * The policy is written once, in index.html; as a header it also binds the workers.
 * @param {string} indexHtml
 */
export function contentSecurityPolicy(indexHtml) {
  const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/u.exec(indexHtml)?.[1];
  if (policy === undefined) throw new Error('index.html has no Content-Security-Policy.');
  return `${policy}; frame-ancestors 'none'`;
}

/**
 * The file below the root that a path of an URL names, or null when it would lie outside. A backslash and a colon mean
 * folders, drives and hidden streams on Windows, and no file of the renderer has either in its name.
 * @param {string} root
 * @param {string} urlPath
 */
export function fileBelow(root, urlPath) {
  try {
    const decoded = decodeURIComponent(urlPath);
    if (/[\\:\0]/u.test(decoded)) return null;
    const file = resolve(root, `.${decoded}`);
    return file.startsWith(root + sep) ? file : null;
  } catch {
    return null;
  }
}
