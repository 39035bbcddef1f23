import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { buildAsset, buildCollection, buildModel } from '~/testing/builders';
import { renderApp } from '~/testing/render-app';

const props = buildCollection({ name: 'Props' });
const street = buildCollection({ name: 'Street' });
const inProps = (name: string) => buildAsset({ name, collectionIds: [props.id] });
const at = `/local/collections/${props.id}`;
const grid = (name = 'Assets of Props') => screen.findByRole('listbox', { name });
const tile = async (name: string) => within(await grid()).findByRole('option', { name });

describe('an open collection', () => {
  it('shows its name, counts and assets', async () => {
    await renderApp({ at, seed: { collections: [props], assets: [inProps('Crate'), inProps('Barrel')] } });
    expect(await screen.findByRole('heading', { name: 'Props' })).toBeVisible();
    expect(await tile('Crate')).toBeVisible();
    expect(screen.getByText(/^2 assets · created/)).toBeVisible();
  });

  it('says that it is empty and where to go', async () => {
    await renderApp({ at, seed: { collections: [props] } });
    expect(await screen.findByRole('heading', { name: 'Nothing in this collection yet' })).toBeVisible();
    for (const link of screen.getAllByRole('link', { name: 'Add assets' })) {
      expect(link).toHaveAttribute('href', `${at}/pick`);
    }
  });

  it('says that nothing matches, and clears the filter', async () => {
    const { user } = await renderApp({
      at: `${at}?q=2024`,
      seed: { collections: [props], assets: [inProps('Crate')] },
    });
    await user.click(await screen.findByRole('button', { name: 'Clear the filters' }));
    expect(await tile('Crate')).toBeVisible();
  });

  it('has a screen of its own for an unknown id', async () => {
    await renderApp({ at: '/local/collections/nothing' });
    expect(await screen.findByRole('heading', { name: 'This collection is not there' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'All collections' })).toHaveAttribute(
      'href',
      '/local/collections',
    );
  });

  it('takes assets out at once, and says so to the server', async () => {
    const [crate, barrel] = [inProps('Crate'), inProps('Barrel')];
    const { user, sent } = await renderApp({ at, seed: { collections: [props], assets: [crate, barrel] } });
    await user.click(await tile('Crate'));
    await user.click(await screen.findByRole('button', { name: 'Remove from Props' }));
    await waitFor(() => expect(screen.queryByRole('option', { name: 'Crate' })).toBeNull());
    expect(await tile('Barrel')).toBeVisible();
    await waitFor(() =>
      expect(sent).toContainEqual({
        line: `DELETE /v1/collections/${props.id}/assets`,
        body: { assetIds: [crate.id] },
      }),
    );
  });

  it('moves assets into a collection that is found by typing', async () => {
    const crate = inProps('Crate');
    const { user, sent } = await renderApp({
      at,
      seed: { collections: [props, street], assets: [crate, inProps('Barrel')] },
    });
    await user.click(await tile('Crate'));
    await user.click(await screen.findByRole('button', { name: 'Move to collection' }));
    const field = await screen.findByRole('combobox', { name: 'Find or make a collection' });
    await user.type(field, 'STREET');
    expect(await screen.findByRole('option', { name: /^Street/ })).toBeVisible();
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(sent).toContainEqual({
        line: `DELETE /v1/collections/${props.id}/assets`,
        body: { assetIds: [crate.id] },
      }),
    );
    const lines = sent.map(({ line }) => line);
    expect(lines.indexOf(`PUT /v1/collections/${street.id}/assets`)).toBeLessThan(
      lines.indexOf(`DELETE /v1/collections/${props.id}/assets`),
    );
  });

  it('lists its models on a side of their own', async () => {
    const model = buildModel({ name: 'Clay', collectionIds: [props.id] });
    await renderApp({ at: `${at}/models`, seed: { collections: [props], models: [model, buildModel()] } });
    const models = await grid('Models of Props');
    expect(await within(models).findByRole('option', { name: 'Clay' })).toBeVisible();
    expect(within(models).getAllByRole('option')).toHaveLength(1);
  });
});
