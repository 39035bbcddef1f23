import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { buildAsset, buildModel } from '~/testing/builders';
import { renderApp } from '~/testing/render-app';

it('offers every model to filter by, on whatever page it stands', async () => {
  const models = Array.from({ length: 230 }, (_, n) => buildModel({ name: `Model ${n}` }));
  const { user } = await renderApp({ at: '/local/assets', seed: { models, assets: [buildAsset()] } });
  await user.click(await screen.findByRole('button', { name: 'Filters' }));
  const choice = await screen.findByRole('combobox', { name: 'Model' });
  await waitFor(() => expect(within(choice).getAllByRole('option')).toHaveLength(231));
});
