import { firstPage, startBrowser } from './browser-with-profile';
import { writeFolder } from './drop-files';
import { siteUrl, test } from './fixtures';
import { doMainJourney, expectJourneyKept } from './main-journey';
import { pngFiles } from './test-files';

const pictures = [
  ...pngFiles(30, 'render', { width: 320, height: 200 }),
  ...pngFiles(15, 'details/study', { width: 200, height: 300, hue: 180 }),
];

test.describe('the main job', () => {
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
});
