import type { BrowserContext, Page } from '@playwright/test';
import { BUNDLES } from './bundles';
import { type FarSite, startFarSite } from './faults/far-site';
import { expect, test } from './fixtures';

test.describe('batches in tabs', () => {
  test.describe.configure({ mode: 'serial' });
  let far: FarSite;
  let collections: readonly string[];

  test.beforeAll(async () => {
    far = await startFarSite(BUNDLES.root.folder);
    far.site.configure({ requests: 100, seconds: 60 });
  });
  test.afterAll(async () => {
    await far.close();
  });
  test.beforeEach(async () => {
    collections = [...(await far.farEnd.reset(1)).keys()];
  });

  const openTab = async (context: BrowserContext, path: string) => {
    const page = await context.newPage();
    await page.goto(`${far.site.url}${far.site.workspace}/${path}`);
    return page;
  };
  /** A tab in which tiles `from` to `from + 7` are chosen for the first collection. */
  const openPicker = async (context: BrowserContext, from: number) => {
    const page = await openTab(context, `collections/${collections[0]}/pick`);
    const tiles = page.getByRole('listbox', { name: 'Library' }).getByRole('option');
    await tiles.nth(from).click();
    await tiles.nth(from + 7).click({ modifiers: ['Shift'] });
    return page;
  };
  const addButton = (page: Page) => page.getByRole('button', { name: /^Add \d/ });
  const puts = async () => (await far.farEnd.requests()).filter(({ method }) => method === 'PUT');
  const members = async () => (await far.farEnd.world()).get(collections[0] ?? '')?.assets.size;

  test('begun in two of five at once on one collection run in order, and every tab shows them', async ({
    context,
  }) => {
    const others = [
      await openTab(context, 'collections'),
      await openTab(context, 'collections'),
      await openTab(context, 'collections'),
    ];
    const one = await openPicker(context, 0);
    const two = await openPicker(context, 4);
    // Slow enough for the second to come while the first is on its way.
    await far.farEnd.setFaults([{ method: 'PUT', fault: { type: 'latency', ms: 400 } }]);
    await Promise.all([addButton(one).click(), addButton(two).click()]);
    for (const page of others)
      await expect(page.getByRole('link', { name: 'Seed 1 A, 12 assets' })).toBeVisible();
    for (const page of [one, two])
      await expect(page.getByRole('listbox', { name: /^Assets of/ }).getByRole('option')).toHaveCount(12);
    await expect(one.getByText(/^Added [48] to Seed 1 A$/).first()).toBeVisible();
    await expect(two.getByText(/^Added [48] to Seed 1 A$/).first()).toBeVisible();
    const sent = (await puts()).flatMap(({ ids }) => ids);
    expect(sent).toHaveLength(12);
    expect(new Set(sent).size).toBe(12);
    expect(await members()).toBe(12);
  });

  test.describe('off the network', () => {
    test.use({ cutsNetwork: true });

    test('wait without a network, say so, and go on when it is back', async ({ context }) => {
      const page = await openPicker(context, 0);
      await addButton(page).click();
      await expect(page.getByText('Added 8 to Seed 1 A').first()).toBeVisible();
      const tiles = page.getByRole('listbox', { name: /^Assets of/ }).getByRole('option');
      await expect(tiles).toHaveCount(8);
      await context.setOffline(true);
      await page.keyboard.press('Control+z');
      await expect(page.getByRole('region', { name: 'Activity' })).toContainText(
        'Undoing: added 8 to Seed 1 A · 0 of 8 · waits for the network',
      );
      await expect(tiles).toHaveCount(0);
      expect(await members()).toBe(8);
      // Nothing has asked for the code of these two yet.
      await page.keyboard.press('?');
      await page.getByRole('link', { name: 'Settings' }).click();
      await expect(page.getByText('A part of Vitrine could not be loaded')).toBeVisible();
      await context.setOffline(false);
      await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
      await page.goBack();
      await expect(page.getByText('Undone: added 8 to Seed 1 A').first()).toBeVisible();
      expect(await members()).toBe(0);
    });
  });

  test('are refused before their first request where there is no room to write them down', async ({
    context,
  }) => {
    const page = await openPicker(context, 0);
    const session = await context.newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', {
      origin: new URL(page.url()).origin,
      quotaSize: 1,
    });
    await addButton(page).click();
    const message = page.getByRole('region', { name: 'Notifications' });
    await expect(message).toContainText('Not added: 8 to Seed 1 A');
    await expect(message).toContainText('Nothing was sent: the browser has no room to write it down');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Seed 1 A');
    await expect(page.getByText('Nothing in this collection yet')).toBeVisible();
    expect(await puts()).toEqual([]);
    expect(await members()).toBe(0);
  });
});
