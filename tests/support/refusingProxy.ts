/** A proxy that refuses every request and remembers it: what passes through it wanted to leave the machine. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RefusingProxy {
  readonly address: string;
  /** Every host or address that was asked for, in order. */
  readonly asked: readonly string[];
  close(): void;
}

/** Chromium warms up a connection to the name that stands for the application's own scheme in the stand-in. */
const STAND_IN_HOST = /^[a-z]+\.app\.invalid:443$/u;

export async function startRefusingProxy(): Promise<RefusingProxy> {
  const asked: string[] = [];
  const note = (address = '') => {
    if (!STAND_IN_HOST.test(address)) asked.push(address);
  };
  const server = createServer((request, response) => {
    note(request.url);
    response.writeHead(403).end();
  });
  server.on('connect', (request, socket) => {
    note(request.url);
    // A browser that is killed meanwhile resets the connection.
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
