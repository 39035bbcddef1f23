import { BUNDLES } from './bundles';
import { writeFolder } from './drop-files';
import type { Page } from '@playwright/test';
import { findInStorage, formsOf, recordRequests } from './find-secrets';
import { expect, test } from './fixtures';
import { startLibraryPort } from './library-port';
import { doMainJourney, expectJourneyKept } from './main-journey';
import { collectionCard, collectionCards, openPlace, tilesOf } from './places';
import { startStaticServer } from './static-server';
import { pngFiles } from './test-files';

const pictures = [
  ...pngFiles(30, 'render', { width: 320, height: 200 }),
  ...pngFiles(15, 'details/study', { width: 200, height: 300, hue: 180 }),
];

const KEY = { key: 'key_5c1e9a', secret: 'secret/77+d0f4' };
const FAR_END = [
  `--assets 120 --collections 12 --models 4 --key ${KEY.key} --secret ${KEY.secret} --latency 80`,
  '--rpm 60 --window-ms 2000 --short-pages on --media-port 0 --addresses-ms 600000 --search-lag-ms 500',
].join(' ');

test.describe('the main job, elsewhere', () => {
  for (const exposed of ['on', 'off'] as const) {
    test.describe(`on another origin, its headers ${exposed === 'on' ? 'exposed' : 'hidden'}`, () => {
      // It takes less than it says: what is refused is asked for again.
      test.use({ refusals: [429] });

      test('whole, with a key, slow, limited, in short pages, media elsewhere', async ({
        page,
        context,
        closeLater,
      }, info) => {
        const sent = recordRequests(context);
        const folder = writeFolder(info.outputPath('My pictures'), pictures);
        const library = closeLater(
          await startLibraryPort(`${FAR_END} --expose-headers ${exposed}`.split(' ')),
        );
        const studio = {
          id: 'studio',
          name: 'Studio',
          baseUrl: library.url,
          access: 'key',
          rateLimit: { requests: 100, seconds: 2 },
          mediaOrigins: [await mediaOriginOf(library.url)],
        };
        const config = { builtIn: { enabled: false }, workspaces: [studio] };
        const server = closeLater(
          await startStaticServer({
            ...BUNDLES.root,
            overrides: { 'config.json': JSON.stringify(config) },
          }),
        );
        await giveKey(page, server.url);
        await doMainJourney(page, { address: server.url, folder });
        await page.reload();
        await expectJourneyKept(page, `${server.url}studio/collections`);

        const forms = formsOf(KEY);
        const leaks = sent.filter(({ rest }) => forms.some((form) => rest.includes(form)));
        expect(leaks.map(({ url }) => url.href)).toEqual([]);
        const showed = sent.filter(({ authorization }) => authorization !== undefined);
        expect([...new Set(showed.map(({ url }) => url.origin))]).toEqual([new URL(library.url).origin]);
        const [media] = studio.mediaOrigins;
        expect(sent.some(({ url }) => url.origin === media && url.pathname.includes('/upload/'))).toBe(true);
        expect(await findInStorage(page, forms), 'as it was asked to').toEqual(['localStorage vitrine.keys']);
      });
    });
  }
});

/** Each of these would tell of itself if it ran; what it asked to be loaded would fail, and the console would say so. */
const MARKUP = `"><img src=x onerror="console.error('ran')"><script>console.error('ran')</script>`;
const SCRIPT = "javascript:console.error('ran')";
const PAGE = "data:text/html,<script>opener.console.error('ran')</script>";
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8" onload="console.error('ran')"><script>console.error('ran')</script><rect width="8" height="8"/></svg>`;

test.describe('records that would like to be more', () => {
  test.use({ refusals: [400, 404] });

  test('from another origin are shown as text, and nothing of them runs', async ({ page, closeLater }) => {
    const library = closeLater(await startLibraryPort('--assets 3 --collections 0 --models 0'.split(' ')));
    const hostile = {
      id: 'hostile',
      url: SCRIPT,
      kind: MARKUP,
      mimeType: 'text/html',
      tags: [MARKUP],
      thumbnail: { assetId: 'hostile', url: `data:image/svg+xml,${encodeURIComponent(SVG)}` },
      preview: { assetId: 'hostile', url: PAGE },
      metadata: { name: MARKUP, prompt: MARKUP, beam: MARKUP, modelId: MARKUP },
    };
    const model = { id: 'm', name: MARKUP, type: MARKUP, thumbnail: { assetId: 'a', url: SCRIPT } };
    const drawn = { ...hostile, id: 'drawn', kind: 'image', mimeType: 'image/svg+xml' };
    const rule = (path: string, body: object, status = 200) => ({
      path,
      fault: { type: 'answer', status, body },
    });
    const rules = [
      rule('/v1/assets/hostile', { asset: hostile }),
      rule('/v1/assets?', { assets: [hostile, { ...drawn, url: `${library.url}/drawn.svg` }] }),
      rule('/v1/models?', { models: [model] }),
      rule('/v1/collections?', { collections: [{ id: 'c', name: MARKUP, thumbnail: model.thumbnail }] }),
      rule('/v1/search', { reason: MARKUP }, 400),
      {
        path: '/drawn.svg',
        fault: { type: 'answer', status: 200, body: SVG, headers: { 'content-type': 'image/svg+xml' } },
      },
    ];
    await fetch(new URL('/faults', library.url), { method: 'PUT', body: JSON.stringify(rules) });
    const config = {
      builtIn: { enabled: false },
      workspaces: [{ id: 'studio', name: MARKUP, baseUrl: library.url }],
    };
    const server = closeLater(
      await startStaticServer({
        ...BUNDLES.root,
        overrides: { 'config.json': JSON.stringify(config) },
      }),
    );
    await page.goto(`${server.url}studio/collections`);
    await expect(collectionCard(page, MARKUP)).toBeVisible();
    await openPlace(page, 'Models');
    await expect(tilesOf(page, 'Models').filter({ hasText: MARKUP })).toBeVisible();
    await openPlace(page, 'Library');
    await tilesOf(page, 'Assets').last().dblclick();
    await expect(page.getByRole('dialog', { name: MARKUP }).getByRole('img').first()).toBeVisible();
    await page.goto(`${server.url}studio/assets?asset=hostile`);
    const viewer = page.getByRole('dialog', { name: MARKUP });
    await expect(viewer).toBeVisible();
    await page.keyboard.press('i');
    await expect(viewer.getByRole('complementary', { name: 'Facts' })).toContainText(MARKUP);
    const addresses = await page
      .locator('[href], [src]')
      .evaluateAll((found) => found.map((one) => one.getAttribute('href') ?? one.getAttribute('src')));
    expect(addresses.filter((one) => /^(javascript|data):/i.test(one ?? ''))).toEqual([]);
    await page.goto(`${server.url}studio/assets?q=anything`);
    await expect(page.getByText(MARKUP).last()).toBeVisible();
    await page.goto(`${server.url}settings`);
    await expect(page.getByRole('listitem', { name: MARKUP })).toBeVisible();
  });
});

/** Opens the site and gives it the key, which it may keep: the journey reloads. */
async function giveKey(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByLabel('Key', { exact: true }).fill(KEY.key);
  await page.getByLabel('Secret', { exact: true }).fill(KEY.secret);
  await page.getByRole('checkbox', { name: 'Keep it on this device' }).check();
  await page.getByRole('button', { name: 'Connect' }).click();
  await expect(collectionCards(page).first()).toBeVisible();
}

/** Where the far end keeps its pictures: an origin of its own. */
async function mediaOriginOf(url: string): Promise<string> {
  const authorization = `Basic ${btoa(`${KEY.key}:${KEY.secret}`)}`;
  const response = await fetch(`${url}/assets?pageSize=1`, { headers: { authorization } });
  const { assets } = (await response.json()) as { assets: readonly { url: string }[] };
  return new URL(assets[0]?.url ?? '').origin;
}
