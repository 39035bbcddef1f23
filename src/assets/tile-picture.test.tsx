import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { AssetId } from '~/contract/ids';
import { buildAsset } from '~/testing/builders';
import { renderApp } from '~/testing/render-app';

const color = 'rgb(122, 107, 88)';

async function openTile(address: string, search = '') {
  const app = await renderApp({
    at: `/local/assets${search}`,
    seed: {
      assets: [
        buildAsset({
          id: 'a1' as AssetId,
          name: 'Lamp',
          thumbnail: { assetId: 'a1' as AssetId, url: address },
        }),
      ],
    },
  });
  const tile = await screen.findByRole('option', { name: 'Lamp' });
  return { ...app, tile, picture: within(tile).getByRole('presentation') };
}

describe('the box of a picture', () => {
  it('has its colour before it is there', async () => {
    const { picture } = await openTile('http://library.test/thumbnails/a1#7a6b58');
    expect(picture.parentElement).toHaveStyle({ backgroundColor: color });
  });

  it.each(['square', 'list'])('has it where the picture will be, of %s layout', async (layout) => {
    const { picture } = await openTile('http://library.test/thumbnails/a1#7a6b58', `?layout=${layout}`);
    expect(picture.parentElement).toHaveStyle({ backgroundSize: '100% 75%' });
    expect(picture.parentElement).not.toHaveStyle({ backgroundColor: color });
  });

  it('is plain where nobody says a colour', async () => {
    const { picture } = await openTile('http://library.test/thumbnails/a1');
    expect(picture.parentElement).not.toHaveAttribute('style');
  });
});

describe('a picture that does not load', () => {
  it('says so, and is asked for again with R on its tile', async () => {
    const { user } = await renderApp({
      at: '/local/assets',
      seed: { assets: [buildAsset({ name: 'Lamp' })] },
    });
    const tile = await screen.findByRole('option', { name: 'Lamp' });
    fireEvent.error(within(tile).getByRole('presentation'));
    expect(within(tile).getByText('Try again')).toBeInTheDocument();
    tile.focus();
    await user.keyboard('r');
    expect(within(tile).queryByText('Try again')).toBeNull();
    expect(within(tile).getByRole('presentation')).toHaveAttribute('src');
    expect(tile).toHaveFocus();
  });
});
