import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { basicAuthorization } from '~/api/authorization';
import { buildAsset, buildCollection } from '~/testing/builders';
import { renderApp } from '~/testing/render-app';

const studio = { id: 'studio', name: 'Studio', baseUrl: 'https://studio.test/v1', access: 'key' as const };
const credentials = { key: 'key-1', secret: 'secret-1' };
const props = buildCollection({ name: 'Props' });
const seed = { collections: [props], assets: [buildAsset({ name: 'Lamp', collectionIds: [props.id] })] };

afterEach(() => localStorage.clear());

async function openWithoutKey(at: string) {
  const app = await renderApp({ at, seed, presets: [studio], credentials });
  await screen.findByRole('heading', { name: 'Studio asks for its key' });
  const enter = async (key: string, secret: string) => {
    await app.user.clear(screen.getByLabelText('Key'));
    await app.user.type(screen.getByLabelText('Key'), key);
    await app.user.clear(screen.getByLabelText('Secret'));
    await app.user.type(screen.getByLabelText('Secret'), secret);
    await app.user.click(screen.getByRole('button', { name: 'Connect' }));
  };
  return { ...app, enter };
}

it('asks once for the key, then shows the address that was opened', async () => {
  const { sent, showed, enter, router } = await openWithoutKey(`/studio/collections/${props.id}`);
  expect(sent).toEqual([]);
  await enter(credentials.key, credentials.secret);
  await screen.findByRole('option', { name: 'Lamp' });
  expect(router.state.location.pathname).toBe(`/studio/collections/${props.id}`);
  expect(new Set(showed)).toEqual(new Set([basicAuthorization(credentials)]));
  expect(JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])).not.toContain(
    credentials.secret,
  );
});

it('keeps what is done while the key is refused, and does it with the next', async () => {
  const { enter, setFaults, user, sent } = await openWithoutKey('/studio/collections');
  await enter(credentials.key, credentials.secret);
  await screen.findByRole('heading', { name: 'Collections' });
  setFaults([{ method: 'POST', path: '/collections', fault: { type: 'refuse-key' } }]);
  await user.click(screen.getByRole('button', { name: 'New collection' }));
  await user.type(await screen.findByRole('textbox', { name: /Name/ }), 'Lamps{Enter}');
  await screen.findByRole('heading', { name: 'Studio did not accept the key' });
  await screen.findByText(/waiting for the key/);
  setFaults([]);
  await enter(credentials.key, credentials.secret);
  await screen.findAllByRole('link', { name: /^Lamps/ });
  await waitFor(() => expect(sent.filter(({ line }) => line === 'POST /v1/collections')).toHaveLength(2));
});

it('says that a key is wrong, and holds none', async () => {
  const { enter } = await openWithoutKey('/studio/collections');
  await enter('key-1', 'typo');
  await screen.findByText('The key was not accepted');
  expect(screen.getByRole('heading', { name: 'Studio asks for its key' })).toBeVisible();
  await enter(credentials.key, credentials.secret);
  expect(await screen.findByRole('heading', { name: 'Collections' })).toBeVisible();
});

it('asks again when the key stops working, and goes on with it when the person says so', async () => {
  const { enter, setFaults, user, queryClient } = await openWithoutKey('/studio/collections');
  await enter(credentials.key, credentials.secret);
  await screen.findByRole('heading', { name: 'Collections' });
  setFaults([{ fault: { type: 'refuse-key' } }]);
  void queryClient.refetchQueries({ queryKey: ['studio'] });
  await screen.findByRole('heading', { name: 'Studio did not accept the key' });
  setFaults([]);
  await user.click(screen.getByRole('button', { name: 'Try the same key again' }));
  expect(await screen.findByRole('heading', { name: 'Collections' })).toBeVisible();
});

it('keeps what was read when another place is looked at without a key', async () => {
  const { enter, setFaults, user, queryClient } = await openWithoutKey('/studio/collections');
  await enter(credentials.key, credentials.secret);
  await screen.findByRole('heading', { name: 'Collections' });
  setFaults([{ fault: { type: 'refuse-key' } }]);
  void queryClient.refetchQueries({ queryKey: ['studio'] });
  await screen.findByRole('heading', { name: 'Studio did not accept the key' });
  await user.click(screen.getByRole('link', { name: 'Settings' }));
  await screen.findByRole('heading', { name: 'Settings' });
  expect(queryClient.getQueryData(['studio', 'collections', 'list'])).toBeDefined();
});
