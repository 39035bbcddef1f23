import { describe, expect, it } from 'vitest';
import { summarizeAsset } from '~/api/asset-summary';
import { buildAsset } from '~/testing/builders';
import { withChanged } from './with-changed';

const known = (item: ReturnType<typeof summarizeAsset>) => ({
  pages: [{ items: [item], next: undefined, unusable: 0 }],
  pageParams: [undefined],
});

describe('what others changed', () => {
  const lamp = summarizeAsset(buildAsset({ name: 'Lamp' }));

  it('leaves the box and the addresses of what is shown', () => {
    const fresh = { ...lamp, name: 'Lantern', width: 1, height: 1, url: 'new', thumbnailUrl: 'new' };
    const [page] = withChanged(known(lamp), [fresh]).pages;
    expect(page?.items).toEqual([{ ...lamp, name: 'Lantern' }]);
  });

  it('brings the picture of what was being made', () => {
    const made = { ...lamp, status: 'success' };
    const pending = { ...lamp, status: 'pending', width: 0, height: 0, url: '', thumbnailUrl: undefined };
    expect(withChanged(known(pending), [made]).pages[0]?.items).toEqual([made]);
  });

  it('is the same where nothing is', () => {
    const pages = known(lamp);
    expect(withChanged(pages, [{ ...lamp, thumbnailUrl: 'signed anew' }])).toBe(pages);
  });
});
