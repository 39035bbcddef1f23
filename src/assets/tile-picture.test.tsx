import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { buildAsset } from '~/testing/builders';
import { renderApp } from '~/testing/render-app';

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
