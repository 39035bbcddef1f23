import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { buildAsset, buildCollection, buildModel } from '~/testing/builders';
import { renderApp } from '~/testing/render-app';

const props = buildCollection({ name: 'Props' });
const at = `/local/collections/${props.id}`;
const tile = (name: string) => screen.findByRole('option', { name });

interface Ids {
  assetIds: string[];
}

describe('the asset picker', () => {
  it('adds in requests of at most 49, leaves members out, and goes back', async () => {
    const member = buildAsset({ name: 'Crate', collectionIds: [props.id] });
    const others = Array.from({ length: 60 }, (_, n) => buildAsset({ name: `Barrel ${n}` }));
    const { user, sent, router } = await renderApp({
      at: `${at}/pick`,
      seed: { collections: [props], assets: [member, ...others] },
    });
    expect(await screen.findByRole('heading', { name: 'Add to Props' })).toBeVisible();
    await tile('Barrel 59');
    await user.keyboard('{Control>}a{/Control}');
    await user.click(await screen.findByRole('button', { name: /^Add 60 · 2 requests/ }));
    await waitFor(() => expect(router.state.location.pathname).toBe(at));
    const puts = () => sent.filter(({ line }) => line === `PUT /v1/collections/${props.id}/assets`);
    await waitFor(() => expect(puts()).toHaveLength(2));
    expect(puts().map(({ body }) => (body as Ids).assetIds.length)).toEqual([49, 11]);
    expect(puts().flatMap(({ body }) => (body as Ids).assetIds)).not.toContain(member.id);
  });

  it('ticks members, keeps what is chosen over a filter, and lets it go again', async () => {
    const member = buildAsset({ name: 'Crate', collectionIds: [props.id] });
    const { user } = await renderApp({
      at: `${at}/pick`,
      seed: {
        collections: [props],
        assets: [member, buildAsset({ name: 'Barrel' }), buildAsset({ name: 'Lamp' })],
      },
    });
    expect(await tile('Crate, already in Props')).toHaveAttribute('aria-disabled', 'true');
    await user.click(await tile('Barrel'));
    const tray = await screen.findByRole('region', { name: 'Chosen' });
    await user.type(screen.getByRole('searchbox', { name: 'Search assets' }), 'lamp');
    await waitFor(() => expect(screen.queryByRole('option', { name: 'Barrel' })).toBeNull());
    expect(within(tray).getByText('1 asset')).toBeVisible();
    await user.click(within(tray).getByRole('button', { name: 'Do not choose Barrel' }));
    expect(screen.getByRole('button', { name: 'Add' })).toBeDisabled();
  });
});

describe('an asset of another team', () => {
  it('is shown as such, cannot be chosen, and is left out of what is selected', async () => {
    const foreign = buildAsset({ name: 'Their lamp', ownerId: 'proj_other', privacy: 'public' });
    const { user, sent } = await renderApp({
      at: `/far/collections/${props.id}/pick`,
      seed: { collections: [props], assets: [foreign, buildAsset({ name: 'Barrel' })] },
      remote: { requests: 1000, windowMs: 60_000 },
      quirks: { foreignAmongOwn: true },
    });
    const theirs = await tile('Their lamp, belongs to another team');
    expect(theirs).toHaveAttribute('aria-disabled', 'true');
    expect(within(theirs).getByText('Another team')).toBeVisible();
    await user.click(theirs);
    expect(theirs).toHaveAttribute('aria-selected', 'false');
    await user.keyboard('{Control>}a{/Control}');
    await user.click(
      await screen.findByRole('button', { name: 'Add 1 · 1 request · 1 belongs to another team' }),
    );
    const put = () => sent.filter(({ line }) => line.startsWith('PUT'));
    await waitFor(() => expect(put()).toHaveLength(1));
    expect(JSON.stringify(put())).not.toContain(foreign.id);
  });
});

describe('the other pickers', () => {
  it('adds models', async () => {
    const model = buildModel({ name: 'Clay' });
    const { user, sent } = await renderApp({
      at: `${at}/pick-models`,
      seed: { collections: [props], models: [model] },
    });
    await user.click(await tile('Clay'));
    await user.click(screen.getByRole('button', { name: 'Add 1 · 1 request' }));
    await waitFor(() =>
      expect(sent).toContainEqual({
        line: `PUT /v1/collections/${props.id}/models`,
        body: { modelIds: [model.id] },
      }),
    );
  });

  it('sets one asset as the thumbnail', async () => {
    const crate = buildAsset({ name: 'Crate', collectionIds: [props.id] });
    const { user, sent } = await renderApp({
      at: `${at}/thumbnail`,
      seed: { collections: [props], assets: [crate] },
    });
    await user.click(await tile('Crate'));
    await user.click(screen.getByRole('button', { name: 'Set as thumbnail' }));
    await waitFor(() =>
      expect(sent).toContainEqual({
        line: `PUT /v1/collections/${props.id}`,
        body: { thumbnail: crate.id },
      }),
    );
  });
});
