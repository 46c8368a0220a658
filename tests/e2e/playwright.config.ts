import { defineConfig } from '@playwright/test';

const ELECTRON_ONLY = '**/electron.spec.ts';
const BROWSER_ONLY = '**/kill.spec.ts';

export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/e2e',
  globalSetup: './announceHosts.ts',
  workers: 2,
  fullyParallel: false,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '../../test-results/e2e.json' }]],
  projects: [
    { name: 'web', testIgnore: ELECTRON_ONLY, grepInvert: /@alone/u },
    // What the window shows of its own accord (`@view`) is the same in both hosts: the browser's run tells it.
    { name: 'electron', testIgnore: BROWSER_ONLY, grepInvert: /@view|@alone/u },
    // Some tests say what must happen within a second: another one beside them would take that second.
    {
      name: 'web, alone',
      testIgnore: ELECTRON_ONLY,
      grep: /@alone/u,
      workers: 1,
      dependencies: ['web', 'electron'],
    },
    {
      name: 'electron, alone',
      testIgnore: BROWSER_ONLY,
      grep: /@alone/u,
      workers: 1,
      dependencies: ['web, alone'],
    },
  ],
});
