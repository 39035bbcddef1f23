import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { buildAsset } from '~/testing/builders';
import { renderApp } from '~/testing/render-app';

const at = '/local/assets';
const named = (...names: string[]) => names.map((name) => buildAsset({ name }));
// Built later is newer, and the newest comes first.
const seed = { assets: named('e', 'd', 'c', 'b', 'a') };
const grid = () => screen.findByRole('listbox', { name: 'Assets' });
const tile = async (name: string) => within(await grid()).findByRole('option', { name });
const selected = async () =>
  within(await grid())
    .queryAllByRole('option', { selected: true })
    .map((option) => option.getAttribute('aria-label'));

describe('the grid of assets', () => {
  it('shows what is there, each with its place in the whole', async () => {
    await renderApp({ at, seed });
    expect(await tile('a')).toHaveAttribute('aria-posinset', '1');
    expect(await tile('e')).toHaveAttribute('aria-posinset', '5');
    expect(await screen.findByText('5 assets')).toBeVisible();
  });

  it('shows names as they are, never as markup', async () => {
    const name = '<img src=x onerror=alert(1)> & "co"';
    await renderApp({ at, seed: { assets: named(name) } });
    expect(await tile(name)).toBeVisible();
  });

  it('selects by click, Ctrl and Shift from the anchor', async () => {
    const { user } = await renderApp({ at, seed });
    await user.click(await tile('b'));
    expect(await selected()).toEqual(['b']);
    await user.keyboard('{Shift>}');
    await user.click(await tile('d'));
    await user.keyboard('{/Shift}');
    expect(await selected()).toEqual(['b', 'c', 'd']);
    await user.keyboard('{Control>}');
    await user.click(await tile('c'));
    await user.keyboard('{/Control}');
    expect(await selected()).toEqual(['b', 'd']);
    expect(await screen.findByText(/^5 assets · 2 selected/)).toBeVisible();
  });

  it('moves and selects with keys alone, with one stop for Tab', async () => {
    const { user } = await renderApp({ at, seed });
    const stops = () => screen.getAllByRole('option').filter((option) => option.tabIndex === 0);
    (await tile('a')).focus();
    await user.keyboard('{ArrowRight}');
    expect(await tile('b')).toHaveFocus();
    expect(await selected()).toEqual([]);
    await user.keyboard('{Shift>}{ArrowRight}{/Shift}');
    expect(await selected()).toEqual(['b', 'c']);
    expect(stops()).toEqual([await tile('c')]);
    await user.keyboard('{Control>}a{/Control}');
    expect(await selected()).toHaveLength(5);
    await user.keyboard('{Escape}{End}x');
    expect(await selected()).toEqual(['e']);
  });

  it('keeps what a filter hides selected, and says so', async () => {
    const { user } = await renderApp({ at, seed });
    await user.click(await tile('a'));
    await user.type(screen.getByRole('searchbox', { name: 'Search assets' }), 'b');
    await waitFor(() => expect(screen.queryByRole('option', { name: 'a' })).toBeNull());
    expect(await screen.findByText(/1 selected.* · 1 hidden by the filter/)).toBeVisible();
  });

  it('takes ?q=2024 for text and an invalid value for its default', async () => {
    const assets = named('Plan 2024', 'Plan 2025');
    await renderApp({ at: `${at}?q=2024&sort=sideways&size=9999`, seed: { assets } });
    expect(await tile('Plan 2024')).toBeVisible();
    expect(screen.queryByRole('option', { name: 'Plan 2025' })).toBeNull();
  });

  it('says that the library is empty, and that nothing matches', async () => {
    const { user } = await renderApp({ at: `${at}?tag=none` });
    await user.click(await screen.findByRole('button', { name: 'Clear the filters' }));
    expect(await screen.findByRole('heading', { name: 'The library is empty' })).toBeVisible();
  });

  it('reads the next page ahead of where one looks, and never one twice', async () => {
    const assets = Array.from({ length: 230 }, (_, n) => buildAsset({ name: `Many ${n}` }));
    const { sent } = await renderApp({ at: `${at}?size=80&layout=square`, seed: { assets } });
    expect(await tile('Many 229')).toBeVisible();
    expect(await screen.findByText('230 assets')).toBeVisible();
    const pages = sent.filter(({ line }) => line.startsWith('GET /v1/assets?'));
    expect(new Set(pages.map(({ line }) => line)).size).toBe(pages.length);
  });
});
