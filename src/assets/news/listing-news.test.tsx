import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildAsset, buildCollection } from '~/testing/builders';
import { renderApp } from '~/testing/render-app';
import { seedLibrary } from '~/testing/seed-library';

const remote = { requests: 1000, windowMs: 60_000 };
/** Somebody comes back to the page after a minute elsewhere. */
function comeBack(): void {
  vi.setSystemTime(Date.now() + 60_000);
  fireEvent.focus(window);
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.now() }));
afterEach(() => vi.useRealTimers());

describe('what a colleague does meanwhile', () => {
  it('is counted, and comes when it is asked for', async () => {
    const old = buildAsset({ name: 'Lamp' });
    const { user, storage } = await renderApp({ at: '/far/assets', seed: { assets: [old] }, remote });
    await screen.findByRole('option', { name: 'Lamp' });
    await seedLibrary(storage, { assets: [buildAsset({ name: 'Chair' }), buildAsset({ name: 'Table' })] });
    await waitFor(() => {
      comeBack();
      expect(screen.getByRole('button', { name: '2 new' })).toBeVisible();
    });
    const grid = within(screen.getByRole('listbox', { name: 'Assets' }));
    expect(grid.getAllByRole('option')).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: '2 new' }));
    expect(grid.getAllByRole('option').map((tile) => tile.getAttribute('aria-label'))).toEqual([
      'Table',
      'Chair',
      'Lamp',
    ]);
    expect(screen.queryByRole('button', { name: /new$/ })).toBeNull();
  });

  it('shows in its place where it changed what is there, and asks before a collection comes', async () => {
    const street = buildCollection({ name: 'Street' });
    const { user, storage } = await renderApp({
      at: '/far/collections',
      seed: { collections: [street] },
      remote,
    });
    const wall = within(await screen.findByRole('list', { name: 'Collections' }));
    await wall.findByRole('link', { name: 'Street, Empty' });
    await seedLibrary(storage, { collections: [buildCollection({ name: 'Props' })] });
    await waitFor(() => {
      comeBack();
      expect(screen.getByRole('button', { name: '1 new' })).toBeVisible();
    });
    expect(wall.queryByRole('link', { name: /^Props/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: '1 new' }));
    expect(await screen.findByRole('link', { name: 'Props, Empty' })).toBeVisible();
  });
});
