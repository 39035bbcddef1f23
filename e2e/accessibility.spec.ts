import type { Page } from '@playwright/test';
import { expect, expectNoAxeViolations, test } from './fixtures';
import { callLibrary } from './library-calls';
import { openCollections } from './places';

interface Place {
  /** Path below the workspace; `{collection}` and `{asset}` stand for one there is. */
  readonly path: string;
  /** What is there once its content is. */
  readonly content: (page: Page) => ReturnType<Page['getByRole']>;
}

const tile = (page: Page) => page.getByRole('listbox').getByRole('option').first();

const PLACES: readonly Place[] = [
  {
    path: 'collections',
    content: (page) => page.getByRole('list', { name: 'Collections' }).getByRole('listitem').first(),
  },
  { path: 'collections/{collection}', content: tile },
  { path: 'collections/{collection}/pick', content: tile },
  { path: 'collections/{collection}/pick-models', content: tile },
  { path: 'collections/{collection}/thumbnail', content: tile },
  { path: 'assets', content: tile },
  { path: 'models', content: tile },
  { path: 'assets?asset={asset}', content: (page) => page.getByRole('dialog') },
  { path: 'import', content: (page) => page.getByRole('button', { name: 'Choose files' }) },
  {
    path: '../settings',
    content: (page) => page.getByRole('heading', { name: 'Storage' }),
  },
  {
    path: 'assets?q=zzzz',
    content: (page) => page.getByRole('heading', { level: 2 }),
  },
];

test.describe('axe finds nothing', () => {
  test('on any place', async ({ page }) => {
    await openCollections(page);
    const workspace = page.url().replace(/collections.*/, '');
    for (const { path, content } of PLACES) {
      await page.goto(workspace + (await filledIn(page, path)));
      await expect(content(page)).toBeVisible();
      await expectNoAxeViolations(page);
    }
  });

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

test.describe('addresses that name nothing', () => {
  test.use({ refusals: [404] });

  const NOWHERE = [
    'nowhere/collections',
    'local/nowhere',
    'local/collections/unknown',
    'local/collections/unknown/pick',
    'local/assets?asset=unknown',
  ];

  test('say so, and axe finds nothing', async ({ page }) => {
    for (const path of NOWHERE) {
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
    }
  });
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
