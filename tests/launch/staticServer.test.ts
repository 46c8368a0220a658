import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createStaticServer, listen } from '../../src/launch/staticServer.mjs';

const POLICY = "default-src 'none'; script-src 'self'";
const folder = mkdtempSync(join(tmpdir(), 'amalgam-site-'));
let server: Server;
let port = 0;

interface Asked {
  readonly method?: string;
  readonly host?: string;
}

/** Sends the path as it is: fetch would tidy it up first. */
function ask(
  path: string,
  { method = 'GET', host = `127.0.0.1:${port}` }: Asked = {},
): Promise<IncomingMessage> {
  return new Promise((done, fail) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers: { host } }, (response) => {
      response.resume();
      done(response);
    });
    asked.on('error', fail);
    asked.end();
  });
}

beforeAll(async () => {
  mkdirSync(join(folder, 'site/assets'), { recursive: true });
  const meta = `<meta http-equiv="Content-Security-Policy" content="${POLICY}" />`;
  writeFileSync(join(folder, 'site/index.html'), `<!doctype html>${meta}`);
  writeFileSync(join(folder, 'site/assets/a.js'), 'export {};');
  writeFileSync(join(folder, 'secret.txt'), 'not for the page');
  server = createStaticServer(join(folder, 'site'));
  port = await listen(server, 0);
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

describe('the server of the browser build', () => {
  test('serves the page at its root under the policy that the page names', async () => {
    const { statusCode, headers } = await ask('/');
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('no-cache');
    expect(headers['content-security-policy']).toBe(`${POLICY}; frame-ancestors 'none'`);
  });

  test('serves scripts as scripts, whatever the query', async () => {
    const { statusCode, headers } = await ask('/assets/a.js?v=1');
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8']);
    expect(headers['cache-control']).toContain('immutable');
  });

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5c..%5csecret.txt',
    '/%00',
    '/%',
  ])('gives nothing for %s', async (path) => {
    expect((await ask(path)).statusCode).toBe(404);
  });

  test('lists no folder', async () => {
    expect((await ask('/assets/')).statusCode).toBe(404);
    expect((await ask('/assets')).statusCode).toBe(404);
  });

  test('answers no other method and no other name for this machine', async () => {
    expect((await ask('/', { method: 'POST' })).statusCode).toBe(405);
    expect((await ask('/', { host: 'evil.example' })).statusCode).toBe(403);
  });

  test('listens on the loopback interface alone', () => {
    expect(server.address()).toMatchObject({ address: '127.0.0.1' });
  });

  test('says that a port is taken', async () => {
    await expect(listen(createStaticServer(join(folder, 'site')), port)).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});
