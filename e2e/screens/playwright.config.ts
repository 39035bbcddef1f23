import { defineConfig } from '@playwright/test';
import { BROWSER_ARGS } from '../browser-args';
import { findBrowser } from '../find-browser';
import type { ScreenOptions } from './screens.spec';

const THEMES = ['dark', 'light'] as const;
const SIZES = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
  { width: 2560, height: 1300 },
] as const;

/** `npm run screens`: a picture of every place in every state into `screens/`, for people to look at. */
export default defineConfig<ScreenOptions>({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/screens',
  globalSetup: '../global-setup.ts',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  reporter: 'line',
  use: { launchOptions: { executablePath: findBrowser(), args: [...BROWSER_ARGS] } },
  projects: THEMES.flatMap((theme) =>
    SIZES.map((viewport) => ({
      name: `${theme}-${viewport.width}`,
      use: { theme, viewport, hasTouch: viewport.width < 600 },
    })),
  ),
});
