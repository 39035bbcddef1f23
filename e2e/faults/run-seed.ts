import type { Browser, Page } from '@playwright/test';
import { checkEnds, checkRequests, compareWorlds } from './check';
import type { FarEnd } from './far-end';
import { intendedWorld, type World } from './intended';
import { readJournal, type WrittenJournal } from './journal-in-page';
import { perform } from './perform';
import { type Disturbance, scheduleFor, type Step } from './schedule';
import { Tabs } from './tabs';

/** Milliseconds for everything that was begun to come to its end. */
const PATIENCE = 120_000;

export interface Site {
  /** Address of the deployed app, with its slash at the end. */
  readonly url: string;
  /** Which rate limit the app is configured with. */
  configure(rateLimit: { requests: number; seconds: number }): void;
  /** Id of the workspace in the addresses. */
  readonly workspace: string;
}

interface Options {
  seed: number;
  site: Site;
  farEnd: FarEnd;
  foreign: ReadonlySet<string>;
  /** A running browser for seeds that do not kill theirs. */
  browser: Browser;
}

export interface SeedResult {
  /** What is wrong, in words; empty where nothing is. */
  wrong: readonly string[];
  /** What was done, for whoever replays it. */
  told: readonly string[];
}

/** Drives the app through the schedule of a seed and checks where it ended. */
export async function runSeed({ seed, site, farEnd, foreign, browser }: Options): Promise<SeedResult> {
  const schedule = scheduleFor(seed);
  const told: string[] = [];
  const start = await farEnd.reset(seed);
  site.configure(schedule.rateLimit);
  const address = `${site.url}${site.workspace}/`;
  const tabs = new Tabs(`${address}collections`, schedule.kills ? undefined : browser);
  try {
    await tabs.open();
    await farEnd.setFaults(schedule.rules);
    for (const step of schedule.steps) {
      // One after another, as a person does.
      // oxlint-disable-next-line no-await-in-loop
      const how = await timed(take(step, { tabs, address, start }));
      told.push(`${JSON.stringify(step)}${how}`);
    }
    const page = await tabs.current();
    told.push(`everything to its end${await timed(settled(page))}`);
    told.push(`met: ${(await farEnd.metFaults()).join(', ')}`);
    await farEnd.setFaults([]);
    const journal = await readJournal(page);
    const held = await farEnd.world();
    const wrong = [
      ...compareWorlds(intendedWorld(start, journal, foreign), held),
      ...checkEnds(journal, foreign),
      ...checkRequests(await farEnd.requests(), schedule),
      ...(await compareScreen(page, held, 'as it stands')),
    ];
    await page.goto(`${address}collections`);
    wrong.push(...(await compareScreen(page, held, 'after a reload')));
    return { wrong, told };
  } catch (error) {
    return { wrong: [error instanceof Error ? (error.stack ?? error.message) : String(error)], told };
  } finally {
    await tabs.close();
  }
}

interface Scene {
  tabs: Tabs;
  address: string;
  start: World;
}

const DISTURB: Readonly<Record<Disturbance['kind'], (tabs: Tabs) => Promise<unknown>>> = {
  reload: async (tabs) => (await tabs.current()).reload(),
  'second-tab': (tabs) => tabs.open(),
  'close-tab': (tabs) => tabs.closeOldest(),
  'kill-browser': (tabs) => tabs.kill(),
};

/** What it tells, with the seconds it took: what makes a seed slow is to be seen. */
async function timed(doing: Promise<string>): Promise<string> {
  const begin = Date.now();
  const how = await doing;
  return `${how} (${((Date.now() - begin) / 1000).toFixed(1)} s)`;
}

async function take(step: Step, { tabs, address, start }: Scene): Promise<string> {
  if (step.kind === 'wait') {
    await new Promise((resolve) => setTimeout(resolve, step.ms));
    return '';
  }
  if (isDisturbance(step)) {
    await DISTURB[step.kind](tabs);
    await tabs.current();
    return '';
  }
  const page = await tabs.current();
  const before = await readJournal(page);
  const collection = (n: number) => currentId([...start.keys()][n] ?? '', before);
  try {
    await perform(step, { page, address, collection });
  } catch (error) {
    // A place that shows nothing to act on: what was not done is not intended either.
    return ` not done: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`;
  }
  // An act counts from the moment it is written down; before that nobody promised anything.
  return (await grew(page, before.batches.length)) ? '' : ' came to nothing';
}

function isDisturbance(step: Step): step is Disturbance {
  return step.kind in DISTURB;
}

function currentId(id: string, { aliases }: WrittenJournal): string {
  const next = aliases[id];
  return next === undefined ? id : currentId(next, { aliases, batches: [] });
}

async function grew(page: Page, count: number): Promise<boolean> {
  for (const until = Date.now() + 2_000; Date.now() < until; ) {
    // oxlint-disable-next-line no-await-in-loop
    if ((await readJournal(page)).batches.length > count) return true;
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

/** Waits until nothing is left to do; an undo hands its batch over only when the one it takes back has stopped. */
async function settled(page: Page): Promise<string> {
  let quiet = 0;
  for (const until = Date.now() + PATIENCE; Date.now() < until && quiet < 3; ) {
    // oxlint-disable-next-line no-await-in-loop
    const { batches } = await readJournal(page);
    quiet = batches.every(({ state }) => state !== undefined) ? quiet + 1 : 0;
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return quiet < 3 ? ' did not come' : '';
}

/** The wall shows every collection of the server with its count, and no other. */
async function compareScreen(page: Page, held: World, when: string): Promise<string[]> {
  const wall = page.getByRole('list', { name: 'Collections' });
  const want = [...held.values()]
    .map(({ name, assets }) => (assets.size === 0 ? `${name}, Empty` : `${name}, ${assets.size}`))
    .sort();
  let shown: string[] = [];
  for (const until = Date.now() + PATIENCE; Date.now() < until; ) {
    // The place may have been left open anywhere: the sidebar leads to the wall without loading anything anew.
    // oxlint-disable-next-line no-await-in-loop
    if (!(await wall.isVisible())) await openWall(page);
    // oxlint-disable-next-line no-await-in-loop
    const cards = await wall
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('aria-label') ?? link.textContent ?? ''));
    shown = cards.map((text) => text.replace(/ assets?$/, '')).sort();
    if (shown.join('|') === want.join('|')) return [];
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return [`the screen shows ${when}: ${shown.join(' | ')}; the server holds: ${want.join(' | ')}`];
}

async function openWall(page: Page): Promise<void> {
  const link = page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Collections' });
  await link.click({ timeout: 5_000 }).catch(() => undefined);
}
