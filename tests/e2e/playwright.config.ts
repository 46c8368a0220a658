import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/e2e',
  globalSetup: './announceHosts.ts',
  // Some tests say what must happen within a second: another one beside them would take that second.
  workers: 1,
  fullyParallel: false,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '../../test-results/e2e.json' }]],
  projects: [
    { name: 'web', testIgnore: '**/electron.spec.ts' },
    // What the window shows of its own accord (`@view`) is the same in both hosts: the browser's run tells it.
    { name: 'electron', testIgnore: '**/kill.spec.ts', grepInvert: /@view/u },
  ],
});
