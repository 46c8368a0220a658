/**
 * node --import register.mjs out/main/index.js runs a built main process without Electron's binary: the module
 * `electron` resolves to a stand-in whose windows are pages of a Chromium. It knows Electron's documented API and
 * nothing of the program that runs on it; an API it lacks throws.
 */
import { register } from 'node:module';

register('./resolveElectron.mjs', import.meta.url);
