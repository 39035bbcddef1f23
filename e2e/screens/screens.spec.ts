import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { BUNDLES, PROJECT } from '../bundles';
import { callLibrary } from '../library-calls';
import { startStaticServer } from '../static-server';

export interface ScreenOptions {
  theme: 'dark' | 'light';
}

/** Three deployments of one bundle: with the samples, with nothing in the library, with a workspace that is down. */
type Hosts = Readonly<Record<'full' | 'empty' | 'down', string>>;

const test = base.extend<ScreenOptions, { hosts: Hosts }>({
  theme: ['dark', { option: true }],
  hosts: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright wants the braces
    async ({}, provide) => {
      const config = (text: unknown) => ({
        ...BUNDLES.root,
        overrides: { 'config.json': JSON.stringify(text) },
      });
      const down = { id: 'studio', name: 'Studio', baseUrl: 'http://127.0.0.1:9/v1' };
      const servers = await Promise.all([
        startStaticServer(BUNDLES.root),
        startStaticServer(
          config({ builtIn: { enabled: true, name: 'My library', samples: false }, workspaces: [] }),
        ),
        startStaticServer(
          config({ builtIn: { enabled: true, name: 'My library', samples: false }, workspaces: [down] }),
        ),
      ]);
      const [full, empty, dead] = servers.map(({ url }) => url);
      await provide({ full: `${full}local`, empty: `${empty}local`, down: `${dead}studio` });
      await Promise.all(servers.map((server) => server.close()));
    },
    { scope: 'worker' },
  ],
  page: async ({ page, theme }, provide) => {
    await page.addInitScript((value) => localStorage.setItem('vitrine.theme', value), theme);
    await provide(page);
  },
});

interface Place {
  readonly name: string;
  /** Path below the workspace; `{collection}` and `{asset}` stand for the first there is. */
  readonly path: string;
  /** What opens a dialog here. */
  readonly dialogKeys: string;
  /** It has the states "empty" and "error". */
  readonly lists: boolean;
}

const PLACES: readonly Place[] = [
  { name: 'collections', path: 'collections', dialogKeys: 'n', lists: true },
  { name: 'collection', path: 'collections/{collection}', dialogKeys: 'a', lists: false },
  { name: 'collection-models', path: 'collections/{collection}/models', dialogKeys: '?', lists: false },
  { name: 'pick', path: 'collections/{collection}/pick', dialogKeys: '?', lists: false },
  { name: 'pick-models', path: 'collections/{collection}/pick-models', dialogKeys: '?', lists: false },
  { name: 'thumbnail', path: 'collections/{collection}/thumbnail', dialogKeys: '?', lists: false },
  { name: 'assets', path: 'assets', dialogKeys: 'a', lists: true },
  { name: 'viewer', path: 'assets?asset={asset}', dialogKeys: '?', lists: false },
  { name: 'models', path: 'models', dialogKeys: '?', lists: true },
  { name: 'import', path: 'import', dialogKeys: '?', lists: false },
  { name: 'settings', path: '../settings', dialogKeys: 'Control+k', lists: false },
];

for (const place of PLACES) {
  test(`${place.name}, content, selected, dialog`, async ({ page, hosts }, { project }) => {
    await open(page, hosts.full, place);
    await picture(page, `${place.name}-content-${project.name}`);
    const tiles = page.getByRole('option');
    if ((await tiles.count()) > 3) {
      await tiles.nth(1).click();
      await tiles.nth(3).click({ modifiers: ['Shift'] });
      await picture(page, `${place.name}-selected-${project.name}`);
    }
    await page.keyboard.press(place.dialogKeys);
    if (await page.getByRole('dialog').count()) await picture(page, `${place.name}-dialog-${project.name}`);
  });

  test(`${place.name}, unknown`, async ({ page, hosts }, { project }) => {
    test.skip(!place.path.includes('{'), 'nothing in its address can be unknown');
    await page.goto(`${hosts.full}/${place.path.replace(/\{\w+\}/, 'unknown')}`);
    await settle(page);
    await picture(page, `${place.name}-unknown-${project.name}`);
  });

  test(`${place.name}, empty and error`, async ({ page, hosts }, { project }) => {
    test.skip(!place.lists, 'has no such state of its own');
    for (const state of ['empty', 'down'] as const) {
      await page.goto(`${hosts[state]}/${place.path}`);
      await settle(page);
      await picture(page, `${place.name}-${state === 'down' ? 'error' : 'empty'}-${project.name}`);
    }
  });
}

test('an empty collection', async ({ page, hosts }, { project }) => {
  await page.goto(`${hosts.full}/collections`);
  await settle(page);
  const { collection } = await callLibrary<{ collection: { id: string } }>(page, {
    path: 'collections',
    method: 'POST',
    json: { name: 'Mood boards' },
  });
  await page.goto(`${hosts.full}/collections/${collection.id}`);
  await settle(page);
  await picture(page, `collection-empty-${project.name}`);
});

async function open(page: Page, workspace: string, { path }: Place): Promise<void> {
  let address = path;
  if (path.includes('{')) {
    await page.goto(`${workspace}/collections`);
    await settle(page);
    const { collections } = await callLibrary<{ collections: { id: string; assetCount: number }[] }>(page, {
      path: 'collections?pageSize=100',
    });
    const { assets } = await callLibrary<{ assets: { id: string }[] }>(page, { path: 'assets?pageSize=5' });
    const largest = collections.toSorted((a, b) => b.assetCount - a.assetCount)[0];
    address = path.replace('{collection}', largest?.id ?? '').replace('{asset}', assets[2]?.id ?? '');
  }
  await page.goto(`${workspace}/${address}`);
  await settle(page);
}

/** The title is there, nothing is being fetched, and every picture in view has its pixels. */
async function settle(page: Page): Promise<void> {
  await expect(page.getByRole('heading').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => [...document.images].every((image) => image.complete));
}

async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(PROJECT, 'screens', `${name}.png`), animations: 'disabled' });
}
