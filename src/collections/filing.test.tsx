import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { buildAsset, buildCollection } from '~/testing/builders';
import { renderApp } from '~/testing/render-app';

const props = buildCollection({ name: 'Props' });
const street = buildCollection({ name: 'Street' });
const at = `/local/collections/${props.id}`;
const tile = (name: string) => screen.findByRole('option', { name });
const field = () => screen.findByRole('combobox', { name: 'Find or make a collection' });
const line = (name: RegExp) => screen.findByRole('option', { name });
const puts = (sent: readonly { line: string; body: unknown }[], id: string) =>
  sent.filter((request) => request.line === `PUT /v1/collections/${id}/assets`).map(({ body }) => body);

describe('filing what is selected', () => {
  it('shows what some are in, adds to several, and makes one on the spot', async () => {
    const crate = buildAsset({ name: 'Crate', collectionIds: [props.id] });
    const lamp = buildAsset({ name: 'Lamp' });
    const { user, sent } = await renderApp({
      at: '/local/assets',
      seed: { collections: [props, street], assets: [crate, lamp] },
    });
    await user.click(await tile('Crate'));
    await user.keyboard('{Control>}a{/Control}a');
    const input = await field();
    expect(await line(/^Props/)).toHaveAttribute('aria-checked', 'mixed');
    expect(await line(/^Street/)).toHaveAttribute('aria-checked', 'false');
    await user.click(await line(/^Props/));
    await user.click(await line(/^Street/));
    await user.type(input, '<i>Night</i>');
    await user.click(await line(/^Create “<i>Night<\/i>”/));
    await user.click(screen.getByRole('button', { name: 'Add to 3' }));
    await waitFor(() => {
      expect(puts(sent, props.id)).toEqual([{ assetIds: [lamp.id] }]);
      expect(puts(sent, street.id)).toHaveLength(1);
      expect(sent).toContainEqual({ line: 'POST /v1/collections', body: { name: '<i>Night</i>' } });
    });
    const sidebar = within(screen.getByRole('navigation', { name: 'Collections' }));
    expect(await sidebar.findByText('<i>Night</i>')).toBeVisible();
  });

  it('takes all out of one that is cleared', async () => {
    const crate = buildAsset({ name: 'Crate', collectionIds: [props.id] });
    const { user, sent } = await renderApp({
      at: '/local/assets',
      seed: { collections: [props], assets: [crate] },
    });
    await user.click(await tile('Crate'));
    await user.keyboard('a');
    await field();
    const all = await line(/^Props/);
    expect(all).toHaveAttribute('aria-checked', 'true');
    await user.click(all);
    await user.click(screen.getByRole('button', { name: 'Remove from Props' }));
    await waitFor(() =>
      expect(sent).toContainEqual({
        line: `DELETE /v1/collections/${props.id}/assets`,
        body: { assetIds: [crate.id] },
      }),
    );
  });

  it('copies without taking out', async () => {
    const crate = buildAsset({ name: 'Crate', collectionIds: [props.id] });
    const { user, sent } = await renderApp({ at, seed: { collections: [props, street], assets: [crate] } });
    await user.click(await tile('Crate'));
    await user.keyboard('{Shift>}M{/Shift}');
    await field();
    await user.click(await line(/^Street/));
    await user.click(screen.getByRole('button', { name: 'Copy to Street' }));
    await waitFor(() => expect(puts(sent, street.id)).toEqual([{ assetIds: [crate.id] }]));
    const notices = within(screen.getByRole('region', { name: 'Notifications' }));
    expect(await notices.findByText('Copied 1 to Street')).toBeVisible();
    expect(sent.some((request) => request.line.startsWith('DELETE'))).toBe(false);
    expect(await tile('Crate')).toBeVisible();
  });

  it('offers the verbs on a right click, about the tile it is on', async () => {
    const crate = buildAsset({ name: 'Crate', collectionIds: [props.id] });
    const { user } = await renderApp({ at, seed: { collections: [props], assets: [crate] } });
    await user.pointer({ keys: '[MouseRight]', target: await tile('Crate') });
    const remove = await screen.findByRole('menuitem', { name: /^Remove from Props/ });
    expect(screen.getAllByRole('menuitem')[0]).toHaveAccessibleName(/^Open/);
    await user.click(remove);
    await waitFor(() => expect(screen.queryByRole('option', { name: 'Crate' })).toBeNull());
  });
});

describe('an add that is refused in part', () => {
  it('keeps what failed selected, names it, and retries', async () => {
    const lamp = buildAsset({ name: 'Lamp' });
    const given = buildAsset({ name: 'Given away' });
    const { user, sent, storage } = await renderApp({
      at: '/local/assets',
      seed: { collections: [props], assets: [lamp, given] },
    });
    await user.click(await tile('Given away'));
    // It changes hands while it is on screen.
    await storage.write(['assets'], async (tx) => {
      const record = await tx.get('assets', given.id);
      if (record) tx.put('assets', { ...record, asset: { ...record.asset, ownerId: 'project_other' } });
    });
    await user.keyboard('{Control>}a{/Control}a');
    await user.type(await field(), 'props');
    await user.click(await line(/^Props/));
    await user.click(screen.getByRole('button', { name: 'Add to Props' }));
    const notices = within(screen.getByRole('region', { name: 'Notifications' }));
    expect(await notices.findByText('Added 1 to Props')).toBeVisible();
    expect(notices.getByText('1 belongs to another team')).toBeVisible();
    await waitFor(() => {
      const grid = within(screen.getByRole('listbox', { name: 'Assets' }));
      const selected = grid.getAllByRole('option', { selected: true });
      expect(selected.map((option) => option.getAttribute('aria-label'))).toEqual(['Given away']);
    });
    await user.click(notices.getByRole('button', { name: 'Show' }));
    const panel = within(await screen.findByRole('region', { name: 'All activity' }));
    expect(panel.getByText('Given away')).toBeVisible();
    const before = puts(sent, props.id).length;
    await user.click(panel.getByRole('button', { name: 'Retry' }));
    await waitFor(() => expect(puts(sent, props.id).length).toBeGreaterThan(before));
  });
});
