/** Opens an address in the user's browser, if there is one to open. */
import { spawn } from 'node:child_process';

/** @returns {[string, string[]] | null} */
function opener() {
  if (process.platform === 'win32') return ['cmd', ['/c', 'start', '']];
  if (process.platform === 'darwin') return ['open', []];
  const hasDesktop = Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
  return hasDesktop ? ['xdg-open', []] : null;
}

/**
 * A browser that cannot be opened is no failure: the address has been printed.
 * @param {string} address
 */
export function openBrowser(address) {
  const command = opener();
  if (command === null) return;
  const child = spawn(command[0], [...command[1], address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
