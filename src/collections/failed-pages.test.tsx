import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { buildAsset, buildCollection, buildModel } from '~/testing/builders';
import { renderApp } from '~/testing/render-app';

const props = buildCollection({ name: 'Props' });
const crate = buildAsset({ name: 'Crate', collectionIds: [props.id] });
const clay = buildModel({ name: 'Clay', collectionIds: [props.id] });
const seed = { collections: [props], assets: [crate], models: [clay] };
const at = `/local/collections/${props.id}`;
const failing = (path: string) => ({ method: 'GET', path, fault: { type: 'bad-gateway' } }) as const;

describe('a page that could not be read', () => {
  it.each([
    ['/local/collections', '/v1/collections', 'link', /^Props, /],
    [at, '/v1/assets', 'option', 'Crate'],
    [`${at}/models`, '/v1/models', 'option', 'Clay'],
    [`${at}/pick`, '/v1/assets', 'option', 'Crate, already in Props'],
    [`${at}/pick-models`, '/v1/models', 'option', 'Clay, already in Props'],
    [`${at}/thumbnail`, '/v1/assets', 'option', 'Crate'],
    [at, '/v1/collections', 'option', 'Crate'],
  ])('%s without %s says so, and tries again', async (address, path, role, name) => {
    const { user, setFaults } = await renderApp({ at: address, seed, faults: [failing(path)] });
    const retry = await screen.findByRole('button', { name: /^(Retry|Try again)$/ });
    expect(screen.queryByRole(role, { name })).toBeNull();
    setFaults([]);
    await user.click(retry);
    expect((await screen.findAllByRole(role, { name }))[0]).toBeVisible();
  });

  it('keeps what it has when the next page fails, and goes on from there', async () => {
    const collections = Array.from({ length: 150 }, (_, n) => buildCollection({ name: `Shot ${n}` }));
    const { user, setFaults } = await renderApp({
      at: '/local/collections?sort=name',
      seed: { collections },
      faults: [{ path: '/v1/collections', after: 1, fault: { type: 'bad-gateway' } }],
    });
    expect(await screen.findByText('The next collections could not be read.')).toBeVisible();
    expect(screen.getByText('100 collections so far')).toBeVisible();
    setFaults([]);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('150 collections')).toBeVisible();
  });
});
