import type { Page } from '@playwright/test';
import { expect, expectNoAxeViolations, test } from './fixtures';
import { callLibrary } from './library-calls';
import { openCollections } from './places';

interface Place {
  readonly name: string;
  /** Path below the workspace; `{collection}` and `{asset}` stand for one there is. */
  readonly path: string;
  /** What is there once its content is. */
  readonly content: (page: Page) => ReturnType<Page['getByRole']>;
}

const tile = (page: Page) => page.getByRole('listbox').getByRole('option').first();

const PLACES: readonly Place[] = [
  {
    name: 'collections',
    path: 'collections',
    content: (page) => page.getByRole('list', { name: 'Collections' }).getByRole('listitem').first(),
  },
  { name: 'a collection', path: 'collections/{collection}', content: tile },
  { name: 'its asset picker', path: 'collections/{collection}/pick', content: tile },
  { name: 'its model picker', path: 'collections/{collection}/pick-models', content: tile },
  { name: 'its thumbnail picker', path: 'collections/{collection}/thumbnail', content: tile },
  { name: 'library', path: 'assets', content: tile },
  { name: 'models', path: 'models', content: tile },
  { name: 'viewer', path: 'assets?asset={asset}', content: (page) => page.getByRole('dialog') },
  { name: 'import', path: 'import', content: (page) => page.getByRole('button', { name: 'Choose files' }) },
  {
    name: 'settings',
    path: '../settings',
    content: (page) => page.getByRole('heading', { name: 'Storage' }),
  },
  {
    name: 'a filter with no result',
    path: 'assets?q=zzzz',
    content: (page) => page.getByRole('heading', { level: 2 }),
  },
];

test.describe('axe finds nothing', () => {
  for (const { name, path, content } of PLACES) {
    test(`on ${name}`, async ({ page }) => {
      await openCollections(page);
      const workspace = page.url().replace(/collections.*/, '');
      await page.goto(workspace + (await filledIn(page, path)));
      await expect(content(page)).toBeVisible();
      await expectNoAxeViolations(page);
    });
  }

  test('on a grid with a selection, on a menu and on a dialog', async ({ page }) => {
    await page.goto('./local/assets');
    await tile(page).click();
    await expect(page.getByRole('region', { name: 'Selection' })).toBeVisible();
    await expectNoAxeViolations(page);
    await page.getByRole('button', { name: 'More for the selection' }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    await expectNoAxeViolations(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Add to collection' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectNoAxeViolations(page);
  });
});

test.describe('an address that names nothing says so, and axe finds nothing', () => {
  test.use({ refusals: [404] });

  for (const path of [
    'nowhere/collections',
    'local/nowhere',
    'local/collections/unknown',
    'local/collections/unknown/pick',
    'local/assets?asset=unknown',
  ]) {
    test(path, async ({ page }) => {
      await page.goto(`./${path}`);
      await expect(
        page
          .getByRole('heading', { level: 1 })
          .or(page.getByRole('heading', { level: 2 }))
          .first(),
      ).toBeVisible();
      await expect(
        page
          .getByRole('main')
          .or(page.getByRole('dialog'))
          .getByText(/no |not |unknown|nothing/i)
          .first(),
      ).toBeVisible();
      await expectNoAxeViolations(page);
    });
  }
});

test('numbers in the address stay text', async ({ page }) => {
  await page.goto('./local/assets?q=2024');
  await expect(page.getByRole('searchbox', { name: 'Search assets' })).toHaveValue('2024');
  await page.goto('./local/collections?q=2024');
  await expect(page.getByText('No collection is called “2024”')).toBeVisible();
});

async function filledIn(page: Page, path: string): Promise<string> {
  if (!path.includes('{')) return path;
  const { collections } = await callLibrary<{ collections: { id: string; assetCount: number }[] }>(page, {
    path: 'collections?pageSize=100',
  });
  const { assets } = await callLibrary<{ assets: { id: string }[] }>(page, { path: 'assets?pageSize=1' });
  const largest = collections.toSorted((a, b) => b.assetCount - a.assetCount)[0];
  return path.replace('{collection}', largest?.id ?? '').replace('{asset}', assets[0]?.id ?? '');
}
