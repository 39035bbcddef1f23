import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { buildAsset, buildCollection } from '~/testing/builders';
import { renderApp } from '~/testing/render-app';

const props = buildCollection({ name: 'Props' });
const street = buildCollection({ name: 'Street' });
const at = '/local/assets';
const tile = (name: string) => screen.findByRole('option', { name });
const field = () => screen.findByRole('combobox', { name: 'Find or make a collection' });
const notices = () => within(screen.getByRole('region', { name: 'Notifications' }));
const writes = (sent: readonly { line: string }[]) =>
  sent.flatMap(({ line }) => (/^(PUT|POST \/v1\/collections$|DELETE)/.test(line) ? line : []));

afterEach(() => localStorage.clear());

describe('Add to…', () => {
  it('adds to what typing found, with Enter', async () => {
    const lamp = buildAsset({ name: 'Lamp' });
    const { user, sent } = await renderApp({ at, seed: { collections: [street, props], assets: [lamp] } });
    await user.click(await tile('Lamp'));
    await user.keyboard('a');
    await user.type(await field(), 'prop{Enter}');
    expect(await notices().findByText('Added 1 to Props')).toBeVisible();
    expect(writes(sent)).toEqual([`PUT /v1/collections/${props.id}/assets`]);
  });

  it('means with B what has just been made, also while that is on its way', async () => {
    const [lamp, chair] = [buildAsset({ name: 'Lamp' }), buildAsset({ name: 'Chair' })];
    const { user } = await renderApp({
      at,
      seed: { collections: [props], assets: [lamp, chair] },
      faults: [{ method: 'POST', path: '/collections', fault: { type: 'latency', ms: 1000 } }],
    });
    await user.click(await tile('Lamp'));
    await user.keyboard('a');
    await user.type(await field(), 'prop{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.click(await tile('Chair'));
    await user.keyboard('{Shift>}N{/Shift}');
    await user.type(await screen.findByRole('textbox'), 'Night{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.click(await tile('Lamp'));
    expect(await screen.findByRole('button', { name: 'Add to Night again' })).toBeVisible();
    await user.keyboard('b');
    expect(await notices().findByText('Added 1 to Night')).toBeVisible();
    await user.click(await tile('Lamp'));
    expect(await screen.findByRole('button', { name: 'Add to Night again' })).toBeVisible();
  });

  it('fills several collections and makes one in a single act, with the keyboard alone', async () => {
    const lamp = buildAsset({ name: 'Lamp' });
    const { user, sent } = await renderApp({ at, seed: { collections: [props, street], assets: [lamp] } });
    await user.click(await tile('Lamp'));
    await user.keyboard('a');
    const input = await field();
    await user.type(input, 'prop{ArrowDown} ');
    expect(await screen.findByRole('option', { name: /^Props/ })).toHaveAttribute('aria-checked', 'true');
    await user.keyboard('stre{ArrowDown} Night');
    await user.keyboard('{Enter}');
    expect(await notices().findByText('Added 1 to Props, Street and Night')).toBeVisible();
    const sidebar = within(screen.getByRole('navigation', { name: 'Collections' }));
    expect(await sidebar.findByText('Night')).toBeVisible();
    const before = writes(sent).length;
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(sidebar.queryByText('Night')).toBeNull());
    await waitFor(() => expect(writes(sent).slice(before)).toHaveLength(4));
    expect(await notices().findByText(/^Undone: added 1 to Props, Street and Night/)).toBeVisible();
  });

  it('does nothing where all are in what was found, and says so by its button', async () => {
    const crate = buildAsset({ name: 'Crate', collectionIds: [props.id] });
    const { user, sent } = await renderApp({ at, seed: { collections: [props], assets: [crate] } });
    await user.click(await tile('Crate'));
    await user.keyboard('a');
    await user.type(await field(), 'Props{Enter}');
    expect(screen.getByRole('button', { name: 'Add' })).toBeDisabled();
    expect(writes(sent)).toEqual([]);
    expect(screen.getByRole('dialog', { name: 'Add “Crate” to' })).toBeVisible();
  });

  it('moves into a collection made for it, as one act', async () => {
    const crate = buildAsset({ name: 'Crate', collectionIds: [props.id] });
    const { user, sent } = await renderApp({
      at: `/local/collections/${props.id}`,
      seed: { collections: [props], assets: [crate] },
    });
    await user.click(await tile('Crate'));
    await user.keyboard('m');
    await user.type(await field(), 'Night{Enter}');
    expect(await notices().findByText('Moved 1 from Props to Night')).toBeVisible();
    expect(screen.queryByRole('option', { name: 'Crate' })).toBeNull();
    const before = writes(sent).length;
    await user.keyboard('{Control>}z{/Control}');
    expect(await tile('Crate')).toBeVisible();
    await waitFor(() => expect(writes(sent).slice(before)).toHaveLength(3));
  });
});

describe('adding to the last collection again', () => {
  it('says its name, works after a reload, and tells when it is gone', async () => {
    const lamp = buildAsset({ name: 'Lamp' });
    const vase = buildAsset({ name: 'Vase' });
    const seed = { collections: [props, street], assets: [lamp, vase] };
    const first = await renderApp({ at, seed });
    await first.user.click(await tile('Lamp'));
    expect(screen.queryByRole('button', { name: /again$/ })).toBeNull();
    await first.user.keyboard('a');
    await first.user.type(await field(), 'props{Enter}');
    expect(await notices().findByText('Added 1 to Props')).toBeVisible();
    first.unmount();

    const { user, sent } = await renderApp({ at, seed });
    await user.click(await tile('Vase'));
    expect(await screen.findByRole('button', { name: 'Add to Props again' })).toBeVisible();
    await user.keyboard('b');
    await waitFor(() => expect(writes(sent)).toEqual([`PUT /v1/collections/${props.id}/assets`]));
  });

  it('offers another where the collection is gone', async () => {
    const lamp = buildAsset({ name: 'Lamp' });
    localStorage.setItem('vitrine.last-targets.local', JSON.stringify([{ id: 'gone', name: 'Old set' }]));
    const { user, sent } = await renderApp({ at, seed: { collections: [props], assets: [lamp] } });
    await user.click(await tile('Lamp'));
    await user.keyboard('b');
    expect(await notices().findByText('Old set no longer exists')).toBeVisible();
    await user.click(notices().getByRole('button', { name: /^Choose another/ }));
    expect(await field()).toBeVisible();
    expect(writes(sent)).toEqual([]);
  });
});
