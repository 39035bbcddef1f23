import { BUNDLES } from './bundles';
import { writeFolder } from './drop-files';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { startLibraryPort } from './library-port';
import { doMainJourney, expectJourneyKept } from './main-journey';
import { collectionCards } from './places';
import { startStaticServer } from './static-server';
import { pngFiles } from './test-files';

const pictures = [
  ...pngFiles(30, 'render', { width: 320, height: 200 }),
  ...pngFiles(15, 'details/study', { width: 200, height: 300, hue: 180 }),
];

const KEY = { key: 'KEY', secret: 'SECRET' };
const FAR_END = [
  `--assets 120 --collections 12 --models 4 --key ${KEY.key} --secret ${KEY.secret} --latency 80`,
  '--rpm 60 --window-ms 2000 --short-pages on --media-port 0 --addresses-ms 600000 --search-lag-ms 500',
].join(' ');

test.describe('the main job, elsewhere', () => {
  test.setTimeout(180_000);

  for (const exposed of ['on', 'off'] as const) {
    test.describe(`on another origin, its headers ${exposed === 'on' ? 'exposed' : 'hidden'}`, () => {
      // It takes less than it says: what is refused is asked for again.
      test.use({ refusals: [429] });

      test('whole, with a key, slow, limited, in short pages, media elsewhere', async ({ page }, info) => {
        const folder = writeFolder(info.outputPath('My pictures'), pictures);
        const library = await startLibraryPort(`${FAR_END} --expose-headers ${exposed}`.split(' '));
        const studio = {
          id: 'studio',
          name: 'Studio',
          baseUrl: library.url,
          access: 'key',
          rateLimit: { requests: 100, seconds: 2 },
          mediaOrigins: [await mediaOriginOf(library.url)],
        };
        const config = { builtIn: { enabled: false }, workspaces: [studio] };
        const server = await startStaticServer({
          ...BUNDLES.root,
          overrides: { 'config.json': JSON.stringify(config) },
        });
        try {
          await giveKey(page, server.url);
          await doMainJourney(page, { address: server.url, folder });
          await page.reload();
          await expectJourneyKept(page, `${server.url}studio/collections`);
        } finally {
          await server.close();
          await library.close();
        }
      });
    });
  }
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
