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
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '../.tmp/e2e.json' }]],
  use: {
    viewport: { width: 1280, height: 800 },
    actionTimeout: 20_000,
    // A trace costs as much time again as the test; `npm run e2e -- --trace retain-on-failure` makes one.
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: findPageBrowser(), args: [...BROWSER_ARGS] },
  },
});
