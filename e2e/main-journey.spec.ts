import { firstPage, startBrowser } from './browser-with-profile';
import { BUNDLES } from './bundles';
import { writeFolder } from './drop-files';
import { siteUrl, test } from './fixtures';
import { startLibraryPort } from './library-port';
import { doMainJourney, expectJourneyKept } from './main-journey';
import { startStaticServer } from './static-server';
import { pngFiles } from './test-files';

const pictures = [
  ...pngFiles(30, 'render', { width: 320, height: 200 }),
  ...pngFiles(15, 'details/study', { width: 200, height: 300, hue: 180 }),
];

test.describe('the main job', () => {
  test.setTimeout(180_000);

  for (const site of ['root', 'sub-path'] as const) {
    test(`whole, on the built-in library, from the ${site} deployment`, async ({ complaints }, info) => {
      const folder = writeFolder(info.outputPath('My pictures'), pictures);
      const profile = info.outputPath('profile');
      let context = await startBrowser(profile, complaints);
      await doMainJourney(await firstPage(context), { address: siteUrl(site), folder });
      await context.close();

      context = await startBrowser(profile, complaints);
      await expectJourneyKept(await firstPage(context), siteUrl(site));
      await context.close();
    });
  }

  test('whole, on a workspace that another server answers', async ({ page }, info) => {
    const folder = writeFolder(info.outputPath('My pictures'), pictures);
    const library = await startLibraryPort(['--assets', '120', '--collections', '12', '--models', '4']);
    const studio = { id: 'studio', name: 'Studio', baseUrl: library.url };
    const config = { builtIn: { enabled: false }, workspaces: [studio] };
    const server = await startStaticServer({
      ...BUNDLES.root,
      overrides: { 'config.json': JSON.stringify(config) },
    });
    try {
      await doMainJourney(page, { address: server.url, folder });
      await page.reload();
      await expectJourneyKept(page, `${server.url}studio/collections`);
    } finally {
      await server.close();
      await library.close();
    }
  });
});
