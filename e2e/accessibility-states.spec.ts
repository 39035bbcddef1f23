import type { Page } from '@playwright/test';
import { BUNDLES } from './bundles';
import { test as base, expect, expectNoAxeViolations } from './fixtures';
import { callLibrary, createCollection } from './library-calls';
import { startLibraryPort } from './library-port';
import { openCollections } from './places';
import { type Hosts, hostsFixture } from './screens/hosts';
import { startStaticServer } from './static-server';

const test = base.extend<object, { hosts: Hosts }>({
  hosts: [...hostsFixture],
});

/** Places that read something; `{collection}` stands for one there is. */
const READING = [
  'collections',
  'collections/{collection}',
  'collections/{collection}/models',
  'collections/{collection}/pick',
  'collections/{collection}/pick-models',
  'collections/{collection}/thumbnail',
  'assets',
  'models',
];
const PLACES = [...READING, 'import', '../settings', 'assets?asset={asset}', 'assets?q=zzzz'];

test('axe finds nothing on any place of an empty library', async ({ page, hosts }) => {
  await page.goto(`${hosts.empty}/collections`);
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await expectNoAxeViolations(page);
  const { id } = await createCollection(page, 'Mood boards');
  for (const path of READING.slice(1)) {
    await page.goto(`${hosts.empty}/${path.replace('{collection}', id)}`);
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
    await expectNoAxeViolations(page);
  }
});

test('axe finds nothing on any place while it is being read', async ({ page, hosts }) => {
  for (const path of READING) {
    await page.goto(`${hosts.slow}/${path.replace('{collection}', 'unknown')}`);
    await expect(
      page
        .getByRole('main')
        .getByText(/Reading/)
        .first(),
    ).toBeAttached();
    await expectNoAxeViolations(page);
  }
});

test.describe('with a server that fails', () => {
  test.use({ refusals: [500] });

  test('axe finds nothing on any place that could not be read', async ({ context }) => {
    const library = await startLibraryPort(['--assets', '0', '--collections', '0', '--models', '0']);
    await fetch(`${new URL(library.url).origin}/faults`, {
      method: 'PUT',
      body: JSON.stringify([{ fault: { type: 'internal-error' } }]),
    });
    const server = await startStaticServer({
      ...BUNDLES.root,
      overrides: {
        'config.json': JSON.stringify({
          builtIn: { enabled: false },
          workspaces: [{ id: 'studio', name: 'Studio', baseUrl: library.url }],
        }),
      },
    });
    try {
      // Reading is tried again a few times first: all of them at once.
      const pages = await Promise.all(
        READING.map(async (path) => {
          const page = await context.newPage();
          await page.goto(`${server.url}studio/${path.replace('{collection}', 'unknown')}`);
          return page;
        }),
      );
      for (const page of pages) {
        await page.bringToFront();
        await expect(page.getByRole('alert').first()).toBeVisible();
        await expectNoAxeViolations(page);
        await page.close();
      }
    } finally {
      await server.close();
      await library.close();
    }
  });
});

test('axe finds nothing on any place on a phone in the light', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('vitrine.theme', 'light'));
  await page.setViewportSize({ width: 360, height: 740 });
  await openCollections(page);
  for (const path of await filledIn(page)) {
    await page.goto(path);
    await contentOf(page);
    await expectNoAxeViolations(page);
  }
});

test('axe finds nothing in forced colours', async ({ page }) => {
  // Which colours they are is the choice of the person, and what axe reads are those of the style sheet.
  await page.emulateMedia({ forcedColors: 'active' });
  await openCollections(page);
  for (const path of ['./local/collections', './local/assets', './settings']) {
    await page.goto(path);
    await contentOf(page);
    await expectNoAxeViolations(page, ['color-contrast']);
  }
});

test('nothing is cut off at 200 %', async ({ page }) => {
  // A window of 1280 × 800 at 200 % has this many CSS pixels.
  await page.setViewportSize({ width: 640, height: 400 });
  await openCollections(page);
  for (const path of await filledIn(page)) {
    await page.goto(path);
    await contentOf(page);
    expect(await page.evaluate(cutOff), path).toEqual([]);
  }
});

/** The places of the samples, from the workspace on. */
async function filledIn(page: Page): Promise<string[]> {
  const workspace = page.url().replace(/collections.*/, '');
  const { collections } = await callLibrary<{ collections: { id: string; modelCount: number }[] }>(page, {
    path: 'collections?pageSize=100',
  });
  const { assets } = await callLibrary<{ assets: { id: string }[] }>(page, { path: 'assets?pageSize=1' });
  const withModels = collections.toSorted((a, b) => b.modelCount - a.modelCount)[0];
  return PLACES.map((path) =>
    new URL(
      path.replace('{collection}', withModels?.id ?? '').replace('{asset}', assets[0]?.id ?? ''),
      workspace,
    ).toString(),
  );
}

async function contentOf(page: Page): Promise<void> {
  await expect(page.getByRole('heading').first()).toBeVisible();
  await expect(
    page
      .getByRole('listbox')
      .getByRole('option')
      .or(page.getByRole('list', { name: 'Collections' }).getByRole('listitem'))
      .or(page.getByRole('heading', { level: 2 }))
      .or(page.getByRole('dialog'))
      .first(),
  ).toBeVisible();
}

/** Names of the controls that stand out of the window, or of something that cuts them and does not scroll. */
function cutOff(): string[] {
  const controls = [
    ...document.querySelectorAll<HTMLElement>('a[href],button,input,select,[role=option],[role=slider]'),
  ];
  const cuts = (around: Element, axis: 'X' | 'Y') => {
    const { overflowX, overflowY } = getComputedStyle(around);
    return axis === 'X' ? overflowX : overflowY;
  };
  const isCut = (control: HTMLElement, axis: 'X' | 'Y') => {
    const [start, end] = axis === 'X' ? (['left', 'right'] as const) : (['top', 'bottom'] as const);
    const box = control.getBoundingClientRect();
    for (let around = control.parentElement; around; around = around.parentElement) {
      const overflow = cuts(around, axis);
      if (overflow === 'auto' || overflow === 'scroll') return false;
      const edge = around.getBoundingClientRect();
      const cut = box[start] < edge[start] - 1 || box[end] > edge[end] + 1;
      if (overflow !== 'visible' && cut) return true;
    }
    return box[start] < -1 || box[end] > (axis === 'X' ? innerWidth : innerHeight) + 1;
  };
  return controls
    .filter((control) => {
      const { width, height } = control.getBoundingClientRect();
      // What is for screen readers alone, or away in the drawer, is no control to be seen.
      // The way past the sidebar shows itself when it has the focus.
      if (control.getAttribute('href')?.startsWith('#')) return false;
      return width > 2 && height > 2 && !control.closest('[inert]') && control.checkVisibility();
    })
    .filter((control) => isCut(control, 'X') || isCut(control, 'Y'))
    .map((control) => control.getAttribute('aria-label') ?? control.textContent);
}
