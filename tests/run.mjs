/**
 * npm test: every check there is, in order of price. Ends with the line `N passed, N failed`; skipped tests are
 * counted and named before it.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { browserVersion, BROWSER_VARIABLE } from '../src/launch/findBrowser.mjs';
import { getBrowser } from './support/getBrowser.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const RESULTS = join(ROOT, 'test-results');
const UNIT_REPORT = join(RESULTS, 'unit.json');
const E2E_REPORT = join(RESULTS, 'e2e.json');
const REAL_FILES = join(RESULTS, 'real-files.txt');
const LIMIT_MS = 11.75 * 60_000;

/**
 * @typedef {{ passed: number, failed: number, skipped: string[] }} Count
 * @typedef {{ name: string, command: [string, ...string[]], count?: (code: number) => Count }} Part
 * @typedef {{ part: Part, code: number, seconds: number, output: string }} Ended
 */

const bin = (/** @type {string} */ path) => join(ROOT, 'node_modules', path);

/** @type {Part} */
const TYPE_CHECK = { name: 'type check', command: [join(ROOT, 'tools/checkTypes.mjs')] };

/** @type {Part} */
const LINT = { name: 'lint', command: [bin('oxlint/bin/oxlint'), '--deny-warnings', '.'] };

/** @type {Part} */
const FORMAT = { name: 'format', command: [bin('oxfmt/bin/oxfmt'), '--check', '.'] };

/** @type {Part} */
const BUILD_APP = {
  name: 'build: application',
  command: [bin('electron-vite/bin/electron-vite.js'), 'build'],
};

/** @type {Part} */
const BUILD_CLI = {
  name: 'build: command line',
  command: [bin('vite/bin/vite.js'), 'build', '--config', 'src/cli/vite.config.ts'],
};

/** @type {Part} */
const UNIT = {
  name: 'unit and architecture tests',
  command: [
    bin('vitest/vitest.mjs'),
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${UNIT_REPORT}`,
  ],
  count: countUnit,
};

/** @type {Part} */
const END_TO_END = {
  name: 'end-to-end tests',
  command: [bin('@playwright/test/cli.js'), 'test', '-c', 'tests/e2e/playwright.config.ts'],
  count: countEndToEnd,
};

/**
 * Stages follow one another; the rows of a stage run beside each other, each part of a row after the one before it. Browsers
 * wait a good part of their time, which lint takes; tests that count a second come last, when it has ended.
 * @type {Part[][][]}
 */
const STAGES = [
  [
    [BUILD_CLI, BUILD_APP, UNIT],
    [TYPE_CHECK, FORMAT],
  ],
  [[END_TO_END], [LINT]],
];

/** A run that ended badly counts as a failure even where its report shows none. */
function atLeastOneFailure(/** @type {Count} */ count, /** @type {number} */ code) {
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

function report(/** @type {string} */ path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

/** @param {number} code @returns {Count} */
function countUnit(code) {
  const found = report(UNIT_REPORT);
  if (found === null) return { passed: 0, failed: 1, skipped: [] };
  const tests = found.testResults.flatMap((file) => file.assertionResults);
  const brokenFiles = found.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  const having = (/** @type {string} */ status) => tests.filter((test) => test.status === status);
  const skipped = tests.filter((test) => !['passed', 'failed'].includes(test.status));
  return atLeastOneFailure(
    {
      passed: having('passed').length,
      failed: having('failed').length + brokenFiles.length,
      skipped: skipped.map((test) => test.fullName),
    },
    code,
  );
}

/** @returns {{ title: string, status: string }[]} */
function playwrightTests(suite, path = '') {
  const title = suite.title ? `${path} ${suite.title}` : path;
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map((test) => ({ title: `[${test.projectName}]${title} ${spec.title}`, status: test.status })),
  );
  return [...own, ...(suite.suites ?? []).flatMap((child) => playwrightTests(child, title))];
}

/** @param {number} code @returns {Count} */
function countEndToEnd(code) {
  const found = report(E2E_REPORT);
  if (found === null) return { passed: 0, failed: 1, skipped: [] };
  const tests = found.suites.flatMap((suite) => playwrightTests(suite));
  const having = (/** @type {string} */ status) => tests.filter((test) => test.status === status);
  return atLeastOneFailure(
    {
      passed: having('expected').length,
      failed: having('unexpected').length + having('flaky').length,
      skipped: having('skipped').map((test) => test.title),
    },
    code,
  );
}

/** @param {Part} part @param {NodeJS.ProcessEnv} env @returns {Promise<Ended>} */
function run(part, env) {
  const started = Date.now();
  const left = Math.max(1_000, Math.round(LIMIT_MS - performance.now()));
  const child = spawn(process.execPath, part.command, { cwd: ROOT, env, timeout: left });
  let output = '';
  child.stdout.on('data', (piece) => (output += piece));
  child.stderr.on('data', (piece) => (output += piece));
  return new Promise((done) => {
    child.on('close', (code, signal) => {
      if (signal !== null) output += `\nended by ${signal} after ${(Date.now() - started) / 1000} s\n`;
      done({ part, code: code ?? 1, seconds: (Date.now() - started) / 1000, output });
    });
  });
}

/** @param {Ended} ended @returns {Count} */
function countOf({ part, code }) {
  if (part.count) return part.count(code);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: [] };
}

/** What a reader wants of a part that went well: which browser, which Electron, which seed. */
function announcements(/** @type {string} */ output) {
  return output.split('\n').filter((line) => /^(?:Browser|Electron|Kill): /u.test(line));
}

/** Adds a part to the total and says how it went. */
function tell(/** @type {Ended} */ ended, /** @type {Count} */ total) {
  const count = countOf(ended);
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped.push(...count.skipped);
  const verdict = count.failed === 0 ? 'ok' : 'FAILED';
  const tests = ended.part.count ? `, ${count.passed} passed, ${count.failed} failed` : '';
  console.log(`${verdict.padEnd(6)} ${ended.part.name} (${ended.seconds.toFixed(1)} s${tests})`);
  if (count.failed > 0) console.log(ended.output.trimEnd());
  else for (const line of announcements(ended.output)) console.log(`       ${line}`);
}

function printRealFiles() {
  const lines = existsSync(REAL_FILES) ? readFileSync(REAL_FILES, 'utf8').split('\n').filter(Boolean) : [];
  const tests = new Set(lines.filter((line) => line.startsWith('test\t')));
  const missing = new Set(lines.filter((line) => line.startsWith('missing\t')));
  console.log(
    `At least ${tests.size} tests read real vendor files; ${missing.size} such files were not on this machine.`,
  );
}

async function main() {
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  const browser = await getBrowser(ROOT);
  console.log(
    browser === null
      ? `No Chromium could be found or fetched; set ${BROWSER_VARIABLE}. The end-to-end tests will fail.`
      : `Browser: ${browser.path} (${browser.origin}; ${browserVersion(browser.path)})`,
  );
  const env = { ...process.env, AMALGAM_REAL_FILES: REAL_FILES };
  if (browser !== null) env[BROWSER_VARIABLE] = browser.path;
  const total = { passed: 0, failed: 0, skipped: /** @type {string[]} */ ([]) };
  const runRow = async (/** @type {Part[]} */ row) => {
    for (const part of row) tell(await run(part, env), total);
  };
  for (const stage of STAGES) await Promise.all(stage.map(runRow));
  console.log(`${total.skipped.length} skipped`);
  for (const name of total.skipped) console.log(`skipped: ${name}`);
  printRealFiles();
  console.log(`All parts took ${(performance.now() / 1000).toFixed(0)} s.`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

await main();
