import { defineConfig } from '@playwright/test';
import { BROWSER_ARGS } from '../browser-args';
import { findPageBrowser } from '../find-browser';

const SIZES = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
  { width: 2560, height: 1300 },
] as const;

/** `npm run screens`: a picture of every place in every state into `screens/`, for people to look at. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/screens',
  globalSetup: '../global-setup.ts',
  fullyParallel: true,
  workers: 2,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: 'line',
  use: {
    actionTimeout: 15_000,
    launchOptions: { executablePath: findPageBrowser(), args: [...BROWSER_ARGS] },
  },
  projects: SIZES.map((viewport) => ({
    name: String(viewport.width),
    use: { viewport, hasTouch: viewport.width < 600, isMobile: viewport.width < 600 },
  })),
});
