/**
 * npm start: builds what is missing and opens the application, in Electron where that can run, otherwise the same
 * renderer in a browser.
 */
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildApp, isBuilt } from './build.mjs';
import { findElectron, hindrance } from './electronBinary.mjs';
import { openBrowser } from './openBrowser.mjs';
import { createStaticServer, listen } from './staticServer.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const USUAL_PORT = 4173;
const INTERRUPTED = 130;
const START_LIMIT_MS = 5_000;
const USAGE = `npm start -- [--no-open] [--port N] [FILE …]

  --no-open   serve the browser build and print its address; open nothing
  --port N    serve the browser build on this port (1 to 65535, 0 for any free one)
  FILE        files to open (in Electron)`;

/** @returns {{ open: boolean, port: number | null, files: string[] } | null} null when wrongly used */
function options() {
  try {
    const { values, positionals } = parseArgs({
      options: { 'no-open': { type: 'boolean' }, port: { type: 'string' } },
      allowPositionals: true,
    });
    const port = values.port === undefined ? null : Number(values.port);
    const isPort = port === null || (/^\d+$/u.test(values.port ?? '') && port <= 65_535);
    return isPort ? { open: values['no-open'] !== true, port, files: positionals } : null;
  } catch {
    return null;
  }
}

/**
 * Runs Electron to its end. Where it cannot start (its sandbox is not allowed on this system, a library is missing) it
 * ends within moments of its own accord.
 * @param {string} program
 * @param {string[]} files
 * @returns {Promise<boolean>} false when it could not start
 */
function runElectron(program, files) {
  const started = Date.now();
  let isInterrupted = false;
  const child = spawn(program, [ROOT, ...files.map((file) => resolve(file))], { stdio: 'inherit' });
  const end = () => {
    isInterrupted = true;
    child.kill('SIGTERM');
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  return new Promise((done) => {
    const finish = (/** @type {number | null} */ code) => {
      process.off('SIGINT', end);
      process.off('SIGTERM', end);
      const failedToStart = code !== 0 && !isInterrupted && Date.now() - started < START_LIMIT_MS;
      if (!failedToStart) process.exitCode = isInterrupted ? INTERRUPTED : (code ?? 1);
      done(!failedToStart);
    };
    child.on('error', () => {
      finish(1);
    });
    child.on('exit', finish);
  });
}

/**
 * The port asked for, or the usual one if it is free, or any.
 * @param {import('node:http').Server} server
 * @param {number | null} wanted
 */
async function listenSomewhere(server, wanted) {
  if (wanted !== null) return listen(server, wanted);
  return listen(server, USUAL_PORT).catch((error) => {
    if (error.code === 'EADDRINUSE') return listen(server, 0);
    throw error;
  });
}

/**
 * @param {string} reason why it is not Electron
 * @param {{ open: boolean, port: number | null }} options
 */
async function serveBrowserBuild(reason, { open, port }) {
  const server = createStaticServer(join(ROOT, 'out/renderer'));
  let opened;
  try {
    opened = await listenSomewhere(server, port);
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    console.error(
      isTaken
        ? `Port ${port} is already in use. Choose another: npm start -- --port 0`
        : `Port ${port} cannot be used: ${String(error)}`,
    );
    process.exitCode = 1;
    return;
  }
  const address = `http://127.0.0.1:${opened}/`;
  console.log(`Amalgam opens in the browser because ${reason}.`);
  console.log(address);
  console.log('Ctrl-C ends it.');
  if (open) openBrowser(address);
  const end = () => {
    server.close();
    server.closeAllConnections();
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

async function start() {
  const chosen = options();
  if (chosen === null) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  if (!isBuilt(ROOT) && !buildApp(ROOT)) {
    process.exitCode = 1;
    return;
  }
  const isServed = !chosen.open || chosen.port !== null;
  const electron = isServed ? { reason: hindrance() ?? 'an option asked for it' } : await findElectron(ROOT);
  if (!('path' in electron)) {
    await serveBrowserBuild(electron.reason, chosen);
    return;
  }
  const ran = await runElectron(electron.path, chosen.files);
  if (!ran) await serveBrowserBuild('Electron could not start on this system', chosen);
}

await start();
