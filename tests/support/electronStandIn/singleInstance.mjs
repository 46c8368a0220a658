/** The lock of one program per user data folder: a local socket in that folder; the second one hands over its arguments. */
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

function addressOf(folder) {
  const name = `electron-stand-in-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

/** @returns {Promise<boolean>} true when another instance was there and has been told */
function tellFirst(address) {
  return new Promise((done) => {
    const socket = connect(address);
    socket.on('error', () => done(false));
    socket.on('connect', () => {
      socket.end(JSON.stringify({ argv: process.argv, cwd: process.cwd() }), () => done(true));
    });
  });
}

function becomeFirst(address, onSecond) {
  rmSync(address, { force: true });
  const server = createServer((socket) => {
    let text = '';
    socket.on('data', (piece) => (text += piece));
    socket.on('end', () => onSecond(JSON.parse(text)));
  });
  server.unref();
  return new Promise((done) => server.listen(address, () => done(() => server.close())));
}

/** @returns {Promise<{ isFirst: boolean, release: () => void }>} */
export async function claimSingleInstance(folder, onSecond) {
  const address = addressOf(folder);
  if (await tellFirst(address)) return { isFirst: false, release: () => undefined };
  return { isFirst: true, release: await becomeFirst(address, onSecond) };
}
