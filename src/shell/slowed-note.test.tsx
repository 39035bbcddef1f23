import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { buildAsset, buildCollection } from '~/testing/builders';
import { renderApp } from '~/testing/render-app';

describe('a service that asks to wait', () => {
  it('is named in the status line, and how long it asks for', async () => {
    const { sent } = await renderApp({
      at: '/far/assets',
      seed: { assets: [buildAsset({ name: 'Lamp' })] },
      remote: { requests: 100, windowMs: 60_000 },
      faults: [{ path: '/v1/assets', times: 1, fault: { type: 'rate-limit', remainingSeconds: 90 } }],
    });
    expect(await screen.findByText(/^Slowed by the service, [78]\d s$|, 90 s$/)).toBeVisible();
    expect(screen.getByText('Reading…')).toBeVisible();
    expect(sent.filter(({ line }) => line.startsWith('GET /v1/assets'))).toHaveLength(1);
  });

  it('is asked no more than it takes, what is looked at first', async () => {
    const collections = Array.from({ length: 12 }, (_, n) => buildCollection({ name: `Street ${n}` }));
    const assets = collections.map(({ id }) => buildAsset({ collectionIds: [id] }));
    const { sent, user } = await renderApp({
      at: '/far/collections',
      seed: { collections, assets },
      remote: { requests: 10, windowMs: 60_000 },
    });
    const wall = await screen.findByRole('list', { name: 'Collections' });
    await user.click(await within(wall).findByRole('link', { name: /^Street 11/ }));
    // Standing-in covers use up their part of the limit; the rest is there for what is opened.
    expect(await screen.findByRole('listbox', { name: 'Assets of Street 11' })).toBeVisible();
    expect(sent.length).toBeLessThanOrEqual(10);
  });
});
