import { defineConfig } from '@playwright/test';
import { BROWSER_ARGS } from './browser-args';
import { findPageBrowser } from './find-browser';

export default defineConfig({
  testDir: '.',
  testIgnore: 'screens/**',
  outputDir: '../test-results',
  globalSetup: './global-setup.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // What is waited for ends the wait: long limits cost nothing, and a machine that is busy or slow is no failure.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: [['list'], ['json', { outputFile: '../.tmp/e2e.json' }]],
  use: {
    viewport: { width: 1280, height: 800 },
    actionTimeout: 60_000,
    // A trace costs as much time again as the test; `npm run e2e -- --trace retain-on-failure` makes one.
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: findPageBrowser(), args: [...BROWSER_ARGS] },
  },
});
