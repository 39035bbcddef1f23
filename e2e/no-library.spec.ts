import { firstPage, startBrowser } from './browser-with-profile';
import { INSECURE_HOST } from './browser-args';
import { expect, expectNoAxeViolations, siteUrl, test } from './fixtures';

test.describe('where there can be no library, one screen says so', () => {
  test('on an insecure origin', async ({ page }) => {
    await page.goto(siteUrl('root').replace('127.0.0.1', INSECURE_HOST));
    await expect(page.getByRole('heading', { name: 'Vitrine needs a secure address' })).toBeVisible();
    await expect(page.getByRole('main')).toContainText('https://');
    await expectNoAxeViolations(page);
  });

  test('in a browser that may keep nothing', async ({ complaints }, info) => {
    const context = await startBrowser(info.outputPath('profile'), complaints, { keepsNothing: true });
    const page = await firstPage(context);
    await page.goto(siteUrl('root'));
    await expect(page.getByRole('heading', { name: 'This browser window keeps no data' })).toBeVisible();
    await expect(page.getByRole('main')).toContainText('allow this site to store data');
    await expectNoAxeViolations(page);
    await context.close();
  });
});
