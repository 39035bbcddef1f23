import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { buildAsset, buildCollection } from '~/testing/builders';
import { renderApp } from '~/testing/render-app';

const day = (number: number) => new Date(Date.UTC(2025, 0, number)).toISOString();
const collections = Array.from({ length: 12 }, (_, index) =>
  buildCollection({ name: `Shelf ${index + 1}`, updatedAt: day(index + 1) }),
);
const seed = { collections, assets: [buildAsset({ name: 'Lamp' })] };
const at = '/local/assets';
const sidebar = async () => within(await screen.findByRole('navigation', { name: 'Collections' }));
const names = async () =>
  (await sidebar()).getAllByRole('link').map((link) => link.firstElementChild?.textContent);

afterEach(() => localStorage.clear());

describe('the collections of the sidebar', () => {
  it('shows what was changed last first, and what was pinned before all, also after a reload', async () => {
    const first = await renderApp({ at, seed });
    const lines = await sidebar();
    expect((await names()).slice(0, 2)).toEqual(['Shelf 12', 'Shelf 11']);
    await first.user.pointer({ keys: '[MouseRight]', target: lines.getByRole('link', { name: /^Shelf 3/ }) });
    await first.user.click(await screen.findByRole('menuitem', { name: 'Pin to the sidebar' }));
    await waitFor(async () => expect((await names())[0]).toBe('Shelf 3'));
    first.unmount();

    const { user } = await renderApp({ at, seed });
    const pinned = within((await sidebar()).getByRole('list', { name: 'Pinned' }));
    await user.pointer({ keys: '[MouseRight]', target: pinned.getByRole('link', { name: /^Shelf 3/ }) });
    await user.click(await screen.findByRole('menuitem', { name: 'Unpin from the sidebar' }));
    await waitFor(async () => expect((await names())[0]).toBe('Shelf 12'));
  });

  it('brings what was opened to the top, once the pointer has gone', async () => {
    const { user } = await renderApp({ at, seed });
    const line = (await sidebar()).getByRole('link', { name: /^Shelf 5/ });
    await user.click(line);
    expect(await screen.findByRole('heading', { name: /Shelf 5/ })).toBeVisible();
    expect((await names())[0]).toBe('Shelf 12');
    await user.hover(screen.getByRole('heading', { name: /Shelf 5/ }));
    await waitFor(async () => expect((await names())[0]).toBe('Shelf 5'));
  });

  it('finds by typing, and goes there with the keyboard', async () => {
    const { user, router } = await renderApp({ at, seed });
    const field = (await sidebar()).getByRole('searchbox', { name: 'Find a collection' });
    await user.type(field, 'shelf 1');
    expect(await names()).toEqual(['Shelf 1', 'Shelf 12', 'Shelf 11', 'Shelf 10']);
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect((await sidebar()).getByRole('link', { name: /^Shelf 12/ })).toHaveFocus();
    await user.keyboard('{Home}');
    expect((await sidebar()).getByRole('link', { name: /^Shelf 1(?!\d\d)/ })).toHaveFocus();
    await user.type(field, '{Enter}');
    await waitFor(() =>
      expect(router.state.location.pathname).toBe(`/local/collections/${collections[0]?.id}`),
    );
  });

  it('renames in a dialog', async () => {
    const { user, sent } = await renderApp({ at, seed });
    const line = (await sidebar()).getByRole('link', { name: /^Shelf 7/ });
    await user.pointer({ keys: '[MouseRight]', target: line });
    await user.click(await screen.findByRole('menuitem', { name: /^Rename/ }));
    const field = await screen.findByRole('textbox', { name: 'Name' });
    await user.clear(field);
    await user.type(field, 'Props{Enter}');
    expect(await (await sidebar()).findByRole('link', { name: /^Props/ })).toBeVisible();
    await waitFor(() => expect(sent.some(({ line: sentLine }) => sentLine.startsWith('PUT'))).toBe(true));
  });
});
