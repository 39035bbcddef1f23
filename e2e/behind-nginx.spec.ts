import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUNDLES, SUB_PATH } from './bundles';
import { writeFolder } from './drop-files';
import { expect, test } from './fixtures';
import { startLibraryPort } from './library-port';
import { doMainJourney, expectJourneyKept } from './main-journey';
import { blocksOf, HAS_NGINX, startNginx } from './nginx';
import { openCollections } from './places';
import { pngFiles } from './test-files';

const RECIPES = 'docs/deploy.md';
const KEY = { key: 'KEY', secret: 'SECRET' };

/** The recipe as printed, with what a reader fills in: address, folder, and the far end instead of the service. */
function siteOf(recipe: string, { folder, farEnd }: { folder: string; farEnd: string }): string {
  const { origin, host } = new URL(farEnd);
  return recipe
    .replace('listen 443 ssl;', 'listen LISTEN;')
    .replaceAll(/^\s*ssl_certificate.*\n/gm, '')
    .replace('root /srv/vitrine;', `root ${folder};`)
    .replaceAll('https://api.cloud.scenario.com', origin)
    .replaceAll('Host api.cloud.scenario.com', `Host ${host}`)
    .replaceAll('https://cdn.cloud.scenario.com', origin)
    .replaceAll('https://cdn.scenario.com', '');
}

test.describe('behind nginx, as the recipe says', () => {
  test.skip(!HAS_NGINX, 'nginx is not installed');

  test('the main job, whole, on a far end that takes only the proxy’s key', async ({
    page,
    closeLater,
  }, info) => {
    const folder = writeFolder(info.outputPath('My pictures'), [
      ...pngFiles(30, 'render', { width: 320, height: 200 }),
      ...pngFiles(15, 'details/study', { width: 200, height: 300, hue: 180 }),
    ]);
    const library = closeLater(
      await startLibraryPort(
        `--assets 120 --collections 12 --models 4 --key ${KEY.key} --secret ${KEY.secret}`.split(' '),
      ),
    );
    const served = copyOf(info.outputPath('served'), BUNDLES.root.folder);
    const { origin } = new URL(library.url);
    const config = blocksOf(RECIPES, 'json').find((block) => block.includes('"/v1"')) ?? '';
    const wanted = config
      .replace('"enabled": true', '"enabled": false')
      .replace('https://cdn.cloud.scenario.com', origin);
    writeFileSync(join(served, 'config.json'), wanted);
    const recipe = blocksOf(RECIPES, 'nginx')[0] ?? '';
    const site = siteOf(recipe, { folder: served, farEnd: library.url });
    const nginx = closeLater(await startNginx({ site, folder: info.outputPath('nginx') }));
    await doMainJourney(page, { address: nginx.url, folder });
    await page.reload();
    await expectJourneyKept(page, `${nginx.url}studio/collections`);
    expect((await fetch(library.url.replace(/v1$/, 'v1/collections'))).status, 'without the key').toBe(401);

    const html = await fetch(`${nginx.url}studio/collections`);
    expect(html.status).toBe(200);
    expect(html.headers.get('cache-control')).toBe('no-cache');
    expect(html.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(html.headers.get('x-content-type-options')).toBe('nosniff');
    const [script = ''] = /assets\/[^"]+\.js/.exec(await html.text()) ?? [];
    const hashed = await fetch(nginx.url + script);
    expect(hashed.headers.get('cache-control')).toContain('immutable');
    expect((await fetch(`${nginx.url}sw.js`)).headers.get('cache-control')).toBe('no-cache');
    const gone = await fetch(`${nginx.url}assets/old-release.js`);
    expect(gone.status).toBe(404);
    expect(gone.headers.get('cache-control')).toBe('no-cache');
  });

  test('the built-in library under a sub-path, deep links and all', async ({ page, closeLater }, info) => {
    const [recipe = '', cachePath = '', locations = ''] = blocksOf(RECIPES, 'nginx');
    const root = info.outputPath('served');
    copyOf(join(root, SUB_PATH), BUNDLES.subPath.folder);
    const printed = recipe
      .replace(/^\s*~.*:\/assets\/.*\n/m, cachePath)
      .replace(/^ {2}location \/ \{.*?^ {2}\}\n {2}location \/assets\/ \{.*?^ {2}\}\n/ms, locations)
      .replaceAll('/tools/vitrine/', SUB_PATH);
    const site = siteOf(printed, { folder: root, farEnd: 'http://127.0.0.1:9/v1' });
    const nginx = closeLater(await startNginx({ site, folder: info.outputPath('nginx') }));
    const address = nginx.url + SUB_PATH.slice(1);
    await openCollections(page, `${address}local/collections`);
    await page.reload();
    await openCollections(page, `${address}local/collections?sort=name`);
  });
});

function copyOf(to: string, from: string): string {
  mkdirSync(to, { recursive: true });
  cpSync(from, to, { recursive: true });
  return to;
}
