import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { BROWSER_ARGS } from './browser-args';
import { findBrowser } from './find-browser';
import type { Complaints } from './fixtures';

/** A browser with a profile of its own on the disk, so that it can be closed and started again. */
export async function startBrowser(
  profile: string,
  complaints: Complaints,
  { keepsNothing = false } = {},
): Promise<BrowserContext> {
  if (keepsNothing) forbidSiteData(profile);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser(),
    args: [...BROWSER_ARGS],
    viewport: { width: 1280, height: 800 },
  });
  await complaints.watch(context);
  return context;
}

/** The setting "block all cookies": IndexedDB and service workers are refused with it. */
function forbidSiteData(profile: string): void {
  mkdirSync(join(profile, 'Default'), { recursive: true });
  const preferences = { profile: { default_content_setting_values: { cookies: 2 } } };
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
}

/** The page a started browser opens by itself. */
export async function firstPage(context: BrowserContext): Promise<Page> {
  return context.pages()[0] ?? context.newPage();
}
