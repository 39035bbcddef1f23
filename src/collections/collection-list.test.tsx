import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { buildAsset, buildCollection } from '~/testing/builders';
import { renderApp } from '~/testing/render-app';

const wall = () => screen.findByRole('list', { name: 'Collections' });
const card = async (name: RegExp) => within(await wall()).findByRole('link', { name });

describe('the collection grid', () => {
  it('shows names and counts, and renders markup in a name as text', async () => {
    const props = buildCollection({ name: '<b>Props</b>' });
    const assets = [buildAsset({ collectionIds: [props.id] }), buildAsset({ collectionIds: [props.id] })];
    await renderApp({ at: '/local/collections', seed: { collections: [props], assets } });
    expect(await within(await wall()).findByRole('link', { name: '<b>Props</b>, 2 assets' })).toBeVisible();
    expect(screen.getByText('1 collection')).toBeVisible();
  });

  it('shows the colour of a cover that is on its way', async () => {
    const { thumbnail } = buildAsset();
    const covered = (name: string, hash: string) =>
      buildCollection({
        name,
        ...(thumbnail && { thumbnail: { ...thumbnail, url: `${thumbnail.url}${hash}` } }),
      });
    await renderApp({
      at: '/local/collections',
      seed: { collections: [covered('Props', '#7a6b58'), covered('Cut out', '')] },
    });
    const cover = async (name: RegExp) => within(await card(name)).findByRole('presentation');
    expect(await cover(/^Props/)).toHaveStyle({ backgroundColor: 'rgb(122, 107, 88)' });
    expect((await cover(/^Cut out/)).style.backgroundColor).toBe('');
  });

  it('says that there is none, and makes the first', async () => {
    const { user, sent } = await renderApp({ at: '/local/collections' });
    expect(await screen.findByRole('heading', { name: 'No collections yet' })).toBeVisible();
    await user.click(screen.getAllByRole('button', { name: 'New collection' }).at(-1) as HTMLElement);
    await user.type(
      await screen.findByRole('textbox', { name: 'Name of the new collection' }),
      '  Props {Enter}',
    );
    expect(await card(/^Props, Empty$/)).toBeVisible();
    await waitFor(() =>
      expect(sent).toContainEqual({ line: 'POST /v1/collections', body: { name: 'Props' } }),
    );
  });

  it('puts the keyboard on the collection just made, and keeps it there once the server has named it', async () => {
    const { user, sent } = await renderApp({
      at: '/local/collections',
      seed: { collections: [buildCollection({ name: 'Street' })] },
      faults: [{ method: 'POST', path: '/collections', fault: { type: 'latency', ms: 1000 } }],
    });
    await card(/^Street/);
    await user.keyboard('n');
    await screen.findByRole('textbox', { name: 'Name of the new collection' });
    await user.keyboard('Props{Enter}');
    const draft = await card(/^Props/);
    await waitFor(() => expect(draft).toHaveFocus());
    const address = draft.getAttribute('href');
    await waitFor(() => expect(draft).not.toHaveAttribute('href', address));
    expect(draft).toHaveFocus();
    expect(sent.filter(({ line }) => line.includes('/new-'))).toEqual([]);
    await user.keyboard('{ArrowRight}');
    expect(await card(/^Street/)).toHaveFocus();
    await user.keyboard('{ArrowLeft}{F2}');
    expect(screen.getByRole('textbox', { name: 'Name of Props' })).toHaveFocus();
  });

  it('keeps a name half typed while the server names the collection', async () => {
    const { user } = await renderApp({
      at: '/local/collections',
      seed: { collections: [buildCollection({ name: 'Street' })] },
      faults: [{ method: 'POST', path: '/collections', fault: { type: 'latency', ms: 1000 } }],
    });
    await card(/^Street/);
    await user.keyboard('n');
    await screen.findByRole('textbox', { name: 'Name of the new collection' });
    await user.keyboard('Props{Enter}');
    const draft = await card(/^Props/);
    const address = draft.getAttribute('href');
    await waitFor(() => expect(draft).toHaveFocus());
    await user.keyboard('{F2}Late');
    await waitFor(() => expect(draft).not.toHaveAttribute('href', address));
    expect(screen.getByRole('textbox', { name: 'Name of Props' })).toHaveValue('Late');
    await user.keyboard('r{Enter}');
    await waitFor(async () => expect(await card(/^Later/)).toHaveFocus());
  });

  it('gives the keyboard back to where it was when no collection is made after all', async () => {
    const { user } = await renderApp({
      at: '/local/collections',
      seed: { collections: [buildCollection({ name: 'Street' })] },
    });
    (await card(/^Street/)).focus();
    await user.keyboard('n');
    expect(await screen.findByRole('textbox', { name: 'Name of the new collection' })).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(await card(/^Street/)).toHaveFocus();
  });

  it('filters by name as text, whatever its case and accents', async () => {
    const collections = ['Élan 2024', 'Street', 'elan 2023'].map((name) => buildCollection({ name }));
    const { user } = await renderApp({ at: '/local/collections?q=2024', seed: { collections } });
    expect(await card(/^Élan 2024/)).toBeVisible();
    expect(within(await wall()).queryByRole('link', { name: /^Street/ })).toBeNull();
    expect(screen.getByText('1 of 3 collections')).toBeVisible();
    const field = screen.getByRole('searchbox', { name: 'Filter by name' });
    expect(field).toHaveValue('2024');
    await user.clear(field);
    await user.type(field, 'elan');
    expect(await card(/^elan 2023/)).toBeVisible();
    await user.type(field, ' nothing');
    expect(
      await screen.findByRole('heading', { name: 'No collection is called “elan nothing”' }),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Clear the filter' }));
    expect(await card(/^Street/)).toBeVisible();
  });

  it('lets the caret stand where it is while one types into the filter', async () => {
    const { user, router } = await renderApp({
      at: '/local/collections?q=cat',
      seed: { collections: [buildCollection({ name: 'A wildcat' })] },
    });
    const field = await screen.findByRole('searchbox', { name: 'Filter by name' });
    await user.type(field, 'wild', { initialSelectionStart: 0, initialSelectionEnd: 0 });
    expect(field).toHaveValue('wildcat');
    await waitFor(() => expect(router.state.location.search).toMatchObject({ q: 'wildcat' }));
    await router.navigate({ to: '.', search: {} });
    await waitFor(() => expect(field).toHaveValue(''));
  });

  it('reads every page before it trusts a filter', async () => {
    const collections = Array.from({ length: 230 }, (_, n) => buildCollection({ name: `Shot ${n}` }));
    const { sent } = await renderApp({ at: '/local/collections?q=shot&sort=name', seed: { collections } });
    expect(await screen.findByText('230 of 230 collections')).toBeVisible();
    expect(sent.filter(({ line }) => line.startsWith('GET /v1/collections?'))).toHaveLength(3);
    const links = within(await wall()).getAllByRole('link');
    expect(links[0]).toHaveAccessibleName('Shot 0, Empty');
    expect(links[1]).toHaveAccessibleName('Shot 1, Empty');
  });

  it('renames in place', async () => {
    const { user } = await renderApp({
      at: '/local/collections',
      seed: { collections: [buildCollection({ name: 'Props' })] },
    });
    (await card(/^Props/)).focus();
    await user.keyboard('{F2}');
    await user.keyboard('Street{Enter}');
    expect(await card(/^Street/)).toBeVisible();
    await waitFor(async () => expect(await card(/^Street/)).toHaveFocus());
    await user.keyboard('{F2}Else{Escape}');
    expect(await card(/^Street/)).toHaveFocus();
  });

  it('deletes from its menu', async () => {
    const { user, sent } = await renderApp({
      at: '/local/collections',
      seed: { collections: [buildCollection({ name: 'Props' }), buildCollection({ name: 'Street' })] },
    });
    await card(/^Props/);
    await user.click(screen.getByRole('button', { name: 'Actions for Props' }));
    await user.click(await screen.findByRole('menuitem', { name: /Delete collection/ }));
    await waitFor(() => expect(screen.queryByRole('link', { name: /^Props, / })).toBeNull());
    await waitFor(() =>
      expect(sent.some(({ line }) => line.startsWith('DELETE /v1/collections/'))).toBe(true),
    );
    expect(await card(/^Street, /)).toBeVisible();
  });

  it('hands the keyboard on when the card that has it is deleted', async () => {
    const { user } = await renderApp({
      at: '/local/collections',
      seed: { collections: [buildCollection({ name: 'Props' }), buildCollection({ name: 'Street' })] },
    });
    (await card(/^Props/)).focus();
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox', { name: 'Find a command' }), 'delete coll{Enter}');
    await waitFor(() => expect(screen.queryByRole('link', { name: /^Props, / })).toBeNull());
    await waitFor(async () => expect(await card(/^Street, /)).toHaveFocus());
  });
});
