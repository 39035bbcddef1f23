import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { PROJECT } from '../bundles';
import { callLibrary, createCollection } from '../library-calls';
import { type Hosts, hostsFixture } from './hosts';

const test = base.extend<object, { hosts: Hosts }>({
  hosts: [...hostsFixture],
  page: async ({ page }, provide) => {
    await page.addInitScript(() => localStorage.setItem('vitrine.theme', 'system'));
    await provide(page);
  },
});

interface Place {
  readonly name: string;
  /** Path below the workspace; `{collection}` and `{asset}` stand for the first there is. */
  readonly path: string;
  /** What opens a dialog here. */
  readonly dialogKeys: string;
  /** What those keys open, where it is no dialog. */
  readonly opens?: 'form' | 'facts';
  /** It reads something, so it can be empty, fail and load. */
  readonly reads?: boolean;
}

const PLACES: readonly Place[] = [
  { name: 'collections', path: 'collections', dialogKeys: 'n', opens: 'form', reads: true },
  { name: 'collection', path: 'collections/{collection}', dialogKeys: 'Control+k', reads: true },
  { name: 'collection-models', path: 'collections/{collection}/models', dialogKeys: '?', reads: true },
  { name: 'pick', path: 'collections/{collection}/pick', dialogKeys: '?', reads: true },
  { name: 'pick-models', path: 'collections/{collection}/pick-models', dialogKeys: '?', reads: true },
  { name: 'thumbnail', path: 'collections/{collection}/thumbnail', dialogKeys: '?', reads: true },
  { name: 'assets', path: 'assets', dialogKeys: 'a', reads: true },
  { name: 'viewer', path: 'assets?asset={asset}', dialogKeys: 'i', opens: 'facts' },
  { name: 'models', path: 'models', dialogKeys: '?', reads: true },
  { name: 'import', path: 'import', dialogKeys: '?' },
  { name: 'settings', path: '../settings', dialogKeys: 'Control+k' },
];

for (const place of PLACES) {
  test(`${place.name}, content, selected, dialog`, async ({ page, hosts }, { project }) => {
    await open(page, hosts.full, place);
    await picture(page, `${place.name}-content-${project.name}`);
    const tiles = page.getByRole('listbox').first().getByRole('option', { disabled: false });
    if ((await tiles.count()) > 3 && place.name !== 'viewer') {
      await tiles.first().click();
      for (let more = 0; more < 2; more++) await page.keyboard.press('Shift+ArrowRight');
      await picture(page, `${place.name}-selected-${project.name}`);
    }
    await page.keyboard.press(place.dialogKeys);
    if (place.opens === 'form') await expect(page.getByRole('textbox', { name: /Name of/ })).toBeVisible();
    else if (place.opens === 'facts')
      await expect(page.getByRole('complementary', { name: 'Facts' })).toBeVisible();
    else await expect(page.getByRole('dialog')).toBeVisible();
    await painted(page);
    await picture(page, `${place.name}-dialog-${project.name}`);
  });

  if (place.path.includes('{'))
    test(`${place.name}, unknown`, async ({ page, hosts }, { project }) => {
      await page.goto(`${hosts.full}/${place.path.replace(/\{\w+\}/, 'unknown')}`);
      await settle(page);
      await picture(page, `${place.name}-unknown-${project.name}`);
    });

  if (place.reads)
    test(`${place.name}, empty, error, loading`, async ({ page, hosts }, { project }) => {
      await open(page, hosts.empty, place);
      await picture(page, `${place.name}-empty-${project.name}`);
      await page.goto(`${hosts.down}/${place.path.replace('{collection}', 'unknown')}`);
      await settle(page);
      await expect(page.getByRole('alert').first()).toBeVisible();
      await picture(page, `${place.name}-error-${project.name}`);
      await page.goto(`${hosts.slow}/${place.path.replace('{collection}', 'unknown')}`);
      await expect(
        page
          .getByRole('main')
          .getByText(/Reading/)
          .first(),
      ).toBeAttached();
      await picture(page, `${place.name}-loading-${project.name}`);
    });
}

test('addresses that lead nowhere', async ({ page, hosts }, { project }) => {
  for (const [name, path] of [
    ['address', `${hosts.full}/nowhere`],
    ['workspace', hosts.full.replace(/local$/, 'nowhere/assets')],
  ] as const) {
    await page.goto(path);
    await settle(page);
    await picture(page, `unknown-${name}-${project.name}`);
  }
  await page.goto(`${hosts.full}/assets?q=nothing+of+this+kind`);
  await settle(page);
  await picture(page, `assets-no-result-${project.name}`);
  await page.goto(`${hosts.full}/collections?q=nothing+of+this+kind`);
  await settle(page);
  await picture(page, `collections-no-result-${project.name}`);
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
    const largest =
      collections.toSorted((a, b) => b.assetCount - a.assetCount)[0] ??
      (await createCollection(page, 'Mood boards'));
    address = path.replace('{collection}', largest.id).replace('{asset}', assets[2]?.id ?? '');
  }
  await page.goto(`${workspace}/${address}`);
  await settle(page);
}

/** The title is there, nothing is being fetched, and every picture in view has its pixels. */
async function settle(page: Page): Promise<void> {
  await expect(page.getByRole('heading').first()).toBeVisible();
  await painted(page);
}

async function painted(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => [...document.images].every((image) => image.complete));
}

/** One picture in the dark and one in the light. */
async function picture(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.screenshot({
      path: join(PROJECT, 'screens', `${name}-${colorScheme}.png`),
      animations: 'disabled',
    });
  }
}
