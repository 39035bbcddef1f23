import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { buildAsset, buildCollection, buildModel } from '~/testing/builders';
import { renderApp } from '~/testing/render-app';

const props = buildCollection({ name: 'Props' });
const crate = buildAsset({ name: 'Crate' });
const painter = buildModel({ name: 'Painter' });
const seed = { collections: [props], assets: [crate], models: [painter] };
const slow = {
  method: 'PUT',
  path: '/v1/collections/',
  times: 1,
  fault: { type: 'hang', ms: 300 },
} as const;

describe('the marks of items', () => {
  it.each([
    ['Crate', '/local/assets'],
    ['Crate', '/local/assets?layout=list'],
    ['Painter', '/local/models'],
  ])('say of %s at %s that it waits, and what it was refused for', async (name, at) => {
    const { user, setFaults, storage } = await renderApp({ at, seed });
    const tile = () => screen.findByRole('option', { name });
    await user.click(await tile());
    expect(await tile()).not.toHaveAccessibleDescription();
    setFaults([slow]);
    await user.keyboard('a');
    await user.type(await screen.findByRole('combobox', { name: 'Find or make a collection' }), 'props');
    await user.click(await screen.findByRole('option', { name: /^Props/ }));
    await user.click(screen.getByRole('button', { name: 'Add to Props' }));
    await waitFor(async () => expect(await tile()).toHaveAccessibleDescription('not confirmed yet'));
    // It goes away while the answer is on its way.
    await storage.write(['collections'], async (tx) => tx.delete('collections', props.id));
    await waitFor(async () =>
      expect(await tile()).toHaveAccessibleDescription('not added: the collection no longer exists'),
    );
    const activity = within(screen.getByRole('region', { name: 'Activity' }));
    await user.click(activity.getByRole('button', { name: /^Dismiss/ }));
    await waitFor(async () => expect(await tile()).not.toHaveAccessibleDescription());
  });
});
