/** Builds what is missing: nothing when out/ is younger than every file it is made from. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const PRODUCTS = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html'];
const INGREDIENTS = ['src', 'resources', 'package.json', 'package-lock.json', 'electron.vite.config.ts'];

/**
 * @param {string} path
 * @returns {number} time in ms of the youngest file at or below the path, 0 when there is none
 */
function youngest(path) {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => youngest(join(path, name))));
}

/** @param {string} root the project */
export function isBuilt(root) {
  const products = PRODUCTS.map((path) => join(root, path));
  if (!products.every((path) => existsSync(path))) return false;
  const oldest = Math.min(...products.map((path) => statSync(path).mtimeMs));
  return INGREDIENTS.every((path) => youngest(join(root, path)) <= oldest);
}

/**
 * @param {string} root the project
 * @returns {boolean} false when the build failed; its output has been shown
 */
export function buildApp(root) {
  const program = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  if (!existsSync(program)) {
    console.error('The tools are not installed yet. Run: npm ci');
    return false;
  }
  const { status } = spawnSync(process.execPath, [program, 'build'], { cwd: root, stdio: 'inherit' });
  return status === 0;
}
