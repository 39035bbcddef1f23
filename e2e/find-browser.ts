import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

const USUAL_PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
    ['/Applications', join(homedir(), 'Applications')].map((folder) =>
      join(folder, `${name}.app`, 'Contents', 'MacOS', name),
    ),
  ),
  win32: [process.env['ProgramFiles'], process.env['ProgramFiles(x86)'], process.env['LOCALAPPDATA']].flatMap(
    (folder) =>
      folder === undefined
        ? []
        : [
            join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
            join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
          ],
  ),
};

const ADVICE =
  'No Chromium found: install Chromium, Chrome or Edge, or set CHROMIUM_PATH to the program of one you have.';

/** The first Chromium-like browser of this machine: named by CHROMIUM_PATH, Playwright's own, or in a usual place. */
function installedBrowser(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH is ${named}, and there is no such file.`);
    return named;
  }
  const places = [chromium.executablePath(), ...(USUAL_PLACES[process.platform] ?? [])];
  return places.find((place) => place !== '' && existsSync(place));
}

/** Debian's package of Chromium without windows: the same engine for a third less work. */
const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell';

/** The browser for pages that need none of its own windows or settings: the headless shell if there is one. */
export function findPageBrowser(): string {
  const isNamed = (process.env['CHROMIUM_PATH'] ?? '') !== '';
  return !isNamed && existsSync(HEADLESS_SHELL) ? HEADLESS_SHELL : findBrowser();
}

/** The path of a Chromium-like browser. Downloads Playwright's own when there is none; throws one sentence when that fails. */
export function findBrowser(): string {
  const installed = installedBrowser();
  if (installed !== undefined) return installed;
  spawnSync('npx', ['playwright', 'install', 'chromium'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const downloaded = installedBrowser();
  if (downloaded === undefined) throw new Error(ADVICE);
  return downloaded;
}
