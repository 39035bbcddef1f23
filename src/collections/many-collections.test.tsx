import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { buildCollection } from '~/testing/builders';
import { renderApp } from '~/testing/render-app';

const collections = Array.from({ length: 1000 }, (_, n) => buildCollection({ name: `Shot ${n + 1}` }));

it('shows the first of a thousand at once, reads the rest in pages of 100, and filters them here', async () => {
  const { user, sent } = await renderApp({
    at: '/far/collections',
    seed: { collections },
    remote: { requests: 100, windowMs: 60_000 },
    faults: [{ path: '/v1/collections', after: 1, fault: { type: 'latency', ms: 50 } }],
  });
  const wall = within(await screen.findByRole('list', { name: 'Collections' }));
  // Not by role: the name of each of a hundred cards would be worked out.
  expect((await wall.findAllByText('Shot 1000'))[0]).toBeVisible();
  const reads = () => sent.flatMap(({ line }) => (line.startsWith('GET /v1/collections') ? line : []));
  expect(reads().length).toBeLessThan(10);

  await user.click(screen.getByRole('searchbox', { name: 'Filter by name' }));
  await user.paste('shot 77');
  expect(await screen.findByText('19 of 1,000 collections')).toBeVisible();
  expect(reads()).toHaveLength(10);
  const sizes = reads().map((line) => new URLSearchParams(line.split('?')[1]).get('pageSize'));
  expect(new Set(sizes)).toEqual(new Set(['100']));

  await user.paste('7');
  expect(await screen.findByText('1 of 1,000 collections')).toBeVisible();
  await waitFor(() => expect(wall.getAllByRole('listitem')).toHaveLength(1));
  expect(reads()).toHaveLength(10);
  // Besides the collections themselves there is little to ask for.
  expect(sent.length).toBeLessThan(40);
});
