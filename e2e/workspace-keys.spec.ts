import type { Page } from '@playwright/test';
import { findInStorage, formsOf, recordRequests } from './find-secrets';
import { expect, expectNoAxeViolations, test } from './fixtures';
import { startLibraryPort } from './library-port';
import { startRelay } from './relay';

const KEY = { key: 'key_8f3a1c', secret: 'secret+9d/2b7e=' };
const FORMS = formsOf(KEY);

const enterKey = async (page: Page, secret = KEY.secret) => {
  await page.getByRole('textbox', { name: 'Key', exact: true }).fill(KEY.key);
  await page.getByLabel('Secret').fill(secret);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
};
const wall = (page: Page) => page.getByRole('main').getByRole('list', { name: 'Collections' });

test.describe('a workspace on another origin, added by hand', () => {
  // The wrong key is answered so.
  test.use({ refusals: [401] });

  test('works with a key that only the open tabs and that origin ever know', async ({
    page,
    context,
    closeLater,
  }) => {
    const library = closeLater(
      await startLibraryPort([
        '--assets',
        '60',
        '--collections',
        '3',
        '--key',
        KEY.key,
        '--secret',
        KEY.secret,
      ]),
    );
    const relay = closeLater(await startRelay(library.url));
    const sent = recordRequests(context);
    await page.goto('./settings');
    await page.getByRole('button', { name: 'Add a workspace' }).click();
    await page.getByRole('textbox', { name: 'Address' }).fill(relay.url);
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Studio');
    await page.getByText('More', { exact: true }).click();
    await page.getByRole('textbox', { name: 'Other hosts' }).fill(new URL(library.url).origin);
    await expectNoAxeViolations(page);
    await page.getByRole('button', { name: 'Continue' }).click();

    // A page that may speak to the address; the person is in the middle of what they were doing.
    await expect(page.getByRole('dialog', { name: 'Connect to Studio' })).toBeVisible();
    await enterKey(page, 'typo');
    await expect(page.getByText('The key was not accepted')).toBeVisible();
    await expectNoAxeViolations(page);
    await enterKey(page);
    await expect(wall(page).getByRole('link')).toHaveCount(3);
    await page.getByRole('button', { name: 'New collection' }).first().click();
    await page.getByRole('textbox', { name: 'Name of the new collection' }).fill('Lamps');
    await page.keyboard.press('Enter');
    await expect(wall(page).getByRole('link', { name: /^Lamps/ })).toBeVisible();

    // Another workspace: the page is loaded anew, and with no other tab open the key is there all the same.
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Add a workspace' }).click();
    await page.getByRole('textbox', { name: 'Address' }).fill(relay.url);
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Annex');
    await page.getByRole('button', { name: 'Continue' }).click();
    const annex = page.getByRole('dialog', { name: 'Connect to Annex' });
    await annex.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('link', { name: 'Open Studio' }).click();
    await expect(wall(page).getByRole('link')).toHaveCount(4);

    await page.getByRole('link', { name: 'Library' }).click();
    await page.getByRole('listbox', { name: 'Assets' }).getByRole('option').first().dblclick();
    await expect(page.getByRole('dialog').getByRole('img').first()).toBeVisible();
    const place = page.url();

    const second = await context.newPage();
    await second.goto(place);
    await expect(second.getByRole('dialog').getByRole('img').first()).toBeVisible();
    expect(await findInStorage(second, FORMS), 'before anybody asked to keep it').toEqual([]);
    await second.close();

    await page.reload();
    await expect(page.getByRole('heading', { name: 'Studio asks for its key' })).toBeVisible();
    await expectNoAxeViolations(page);
    await page.getByRole('checkbox', { name: 'Keep it on this device' }).check();
    await enterKey(page);
    await expect(page.getByRole('dialog').getByRole('img').first()).toBeVisible();
    expect(page.url()).toBe(place);
    await page.reload();
    await expect(page.getByRole('dialog').getByRole('img').first()).toBeVisible();
    expect(await findInStorage(page, FORMS)).toEqual(['localStorage vitrine.keys']);

    await page.goto('./settings');
    await page.getByRole('button', { name: 'More for Studio' }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await expect(page.getByRole('link', { name: 'Open Studio' })).toHaveCount(0);
    expect(await findInStorage(page, FORMS), 'after it was removed').toEqual([]);

    const leaks = (text: string) => FORMS.some((form) => text.includes(form));
    const { origin } = new URL(relay.url);
    expect(sent.filter(({ rest }) => leaks(rest)).map(({ url }) => url.href)).toEqual([]);
    const showed = sent.filter(({ authorization }) => authorization !== undefined);
    expect([...new Set(showed.map(({ url }) => url.origin))]).toEqual([origin]);
    expect(showed.length).toBeGreaterThan(5);
    const { origin: media } = new URL(library.url);
    expect(sent.filter(({ url }) => url.origin === media).length).toBeGreaterThan(0);
  });
});
