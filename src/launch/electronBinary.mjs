/** Finds Electron's program, or gets it, or says in one sentence why there is none. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const DOWNLOAD_LIMIT_MS = 180_000;
/** Without a connection there is nothing to wait for: the first host that must answer is asked for this long. */
const CONNECTION_LIMIT_MS = 5_000;
const DOWNLOAD_PAGE = 'https://github.com/electron/electron/releases';

/** @typedef {{ path: string } | { reason: string }} FoundElectron */

/**
 * @param {string} root the project
 * @returns {string | null} path of the program, null where it has not been downloaded
 */
export function installedElectron(root) {
  const folder = join(root, 'node_modules/electron');
  const nameFile = join(folder, 'path.txt');
  if (!existsSync(nameFile)) return null;
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist');
  const program = join(dist, readFileSync(nameFile, 'utf8').trim());
  return existsSync(program) ? program : null;
}

/** @returns {Promise<boolean>} */
function canConnect() {
  const mirror = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'];
  const signal = AbortSignal.timeout(CONNECTION_LIMIT_MS);
  return fetch(mirror ?? DOWNLOAD_PAGE, { method: 'HEAD', signal }).then(
    () => true,
    () => false,
  );
}

/**
 * @param {string} root
 * @returns {Promise<boolean>} true when the installer of the electron package has ended well
 */
function download(root) {
  return new Promise((done) => {
    const script = join(root, 'node_modules/electron/install.js');
    const child = spawn(process.execPath, [script], { stdio: 'ignore', timeout: DOWNLOAD_LIMIT_MS });
    child.on('error', () => {
      done(false);
    });
    child.on('exit', (code) => {
      done(code === 0);
    });
  });
}

/** @returns {string | null} why Electron could not run here even if it were installed */
export function hindrance() {
  if (process.platform !== 'linux') return null;
  if (process.getuid?.() === 0) return "Electron's sandbox cannot start for the user root";
  if (!process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return 'there is no desktop session';
  return null;
}

/**
 * @param {string} root the project
 * @returns {Promise<FoundElectron>}
 */
export async function findElectron(root) {
  const reason = hindrance();
  if (reason !== null) return { reason };
  const installed = installedElectron(root);
  if (installed !== null) return { path: installed };
  if (!(await canConnect()))
    return { reason: "Electron's program is not installed and cannot be downloaded now" };
  console.log("Downloading Electron's program (once, about 100 MB) …");
  if (!(await download(root))) return { reason: "the download of Electron's program failed" };
  const fetched = installedElectron(root);
  return fetched === null ? { reason: "the download of Electron's program failed" } : { path: fetched };
}
