import type { BrowserContext, Page } from '@playwright/test';
import type { StaticServer } from '../static-server';
import type { Figures } from './measure';
import type { BenchOptions } from './options';
import type { BenchPage } from './pages/bench-page';
import type { Probe } from './pages/probe';
import type { WritePage } from './pages/write-page';

declare global {
  var probe: Probe;
  var benchPage: BenchPage;
  var writePage: WritePage;
}

export interface BenchSite extends StaticServer {
  /** Where the site lies on the disk. */
  readonly folder: string;
  /** Path of the script that is put into every page. */
  readonly probe: string;
}

/** What every part measures with. */
export interface Bench {
  readonly site: BenchSite;
  readonly options: BenchOptions;
  readonly figures: Figures;
}

/** A browser on a copy of a library of that size. */
export interface SizedBench extends Bench {
  readonly assets: number;
  readonly context: BrowserContext;
}

/** Opens the library's page (or another place) and waits until the view is full of pictures. */
export async function openGrid({ site, context }: SizedBench, path = 'local/assets'): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${site.url}${path}`);
  await page.waitForFunction(() => globalThis.probe.load.full !== undefined, undefined, { timeout: 60_000 });
  return page;
}

/** "100,000". */
export function sizeText(assets: number): string {
  return assets.toLocaleString('en');
}

export function floorText(assets: number): string {
  return `floor ${sizeText(assets)}`;
}

export function reactFloorText(assets: number): string {
  return `React floor ${sizeText(assets)}`;
}

/** What a part is measured on: the two floors, then the app; the name of the figures' column. */
export function subjectsOf(assets: number): readonly { path: string; subject: string; isApp: boolean }[] {
  return [
    { path: `floor.html?assets=${assets}`, subject: floorText(assets), isApp: false },
    { path: `react-floor.html?assets=${assets}`, subject: reactFloorText(assets), isApp: false },
    { path: 'local/assets', subject: sizeText(assets), isApp: true },
  ];
}
