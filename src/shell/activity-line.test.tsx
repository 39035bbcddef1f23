import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { getAssetsInBulk } from '~/api/assets';
import { BatchesProvider, batchesOf } from '~/batches/batches-provider';
import type { AssetId, CollectionId } from '~/contract/ids';
import { createLibraryWorkspace } from '~/testing/library-workspace';
import { renderApp } from '~/testing/render-app';
import { ActivityLine } from './activity-line';
import { ActivityPanel } from './activity-panel';

const props = { id: 'col_0' as CollectionId, name: 'Props' };

async function start() {
  const library = await createLibraryWorkspace({ assets: 60, collections: ['Props'] });
  const queryClient = new QueryClient();
  const batches = batchesOf(queryClient, library.workspace);
  const assets = await getAssetsInBulk(
    library.client,
    Array.from({ length: 60 }, (_, n) => `asset_${n}` as AssetId),
  );
  render(
    <QueryClientProvider client={queryClient}>
      <BatchesProvider workspace={library.workspace}>
        <ActivityLine />
        <ActivityPanel />
      </BatchesProvider>
    </QueryClientProvider>,
  );
  const add = () => batches.act({ kind: 'add', to: props, items: { assets, models: [] } });
  return { library, batches, add, user: userEvent.setup() };
}

describe('ActivityLine', () => {
  it('takes no room while there is nothing to say', async () => {
    await start();
    expect(screen.queryByRole('region', { name: 'Activity' })).not.toBeInTheDocument();
    expect(screen.getByText('Nothing has been changed yet.')).toBeVisible();
  });

  it('shows how far a batch is and cancels it', async () => {
    const { library, batches, add, user } = await start();
    let answer = () => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    library.failWith(async (_request, send) => {
      await held;
      return send();
    });
    let settled: ReturnType<typeof add> | undefined;
    act(() => void (settled = add()));
    await waitFor(() => expect(library.requests.some(({ method }) => method === 'PUT')).toBe(true));
    await user.click(await screen.findByRole('button', { name: 'Cancel: Adding 60 to Props' }));
    expect(screen.getByRole('progressbar', { name: 'Adding 60 to Props' })).toBeVisible();
    // A wish is written down before it is heard.
    await waitFor(() => expect(batches.store.getState().batches[0]?.wish).toBe('cancel'));
    answer();
    expect((await settled)?.state).toBe('cancelled');
    await waitFor(() => expect(screen.queryByRole('progressbar')).not.toBeInTheDocument());
    expect(await screen.findByText('Added 49 to Props')).toBeVisible();
  });

  it('pauses at once what waits for the rate limit', async () => {
    const { library, add, user } = await start();
    library.failWith(({ method }) =>
      method === 'PUT'
        ? Response.json({ reason: 'cooldown', remainingSeconds: 60 }, { status: 429 })
        : undefined,
    );
    act(() => void add());
    const line = await screen.findByRole('region', { name: 'Activity' });
    await waitFor(() => expect(line).toHaveTextContent(/the workspace asks to wait \d+ s/));
    await user.click(screen.getByRole('button', { name: 'Pause' }));
    expect(await screen.findByRole('button', { name: 'Resume' })).toBeVisible();
    expect(line).toHaveTextContent('Adding 60 to Props · 0 of 60 · paused');
    await user.click(screen.getByRole('button', { name: 'Resume' }));
    await waitFor(() => expect(line).toHaveTextContent(/the workspace asks to wait \d+ s/));
  });

  it('says what failed and why until it is retried', async () => {
    const { library, add, user } = await start();
    library.failWith(({ method }) =>
      method === 'PUT' ? Response.json({ reason: 'Your plan ended' }, { status: 401 }) : undefined,
    );
    await act(async () => void (await add()));
    const line = await screen.findByRole('region', { name: 'Activity' });
    expect(line).toHaveTextContent('Not added: 60 to Props · 60 not sent: the workspace refused the key');
    library.failWith(undefined);
    await user.click(screen.getAllByRole('button', { name: 'Retry' })[0] as HTMLElement);
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Activity' })).not.toBeInTheDocument());
    expect(screen.getByText('Added 60 to Props')).toBeVisible();
  });

  it('names what another version of Vitrine has written down', async () => {
    const { batches } = await start();
    const unreadable = [{ id: 'future', title: 'Adding 5 to Props' }];
    act(() => batches.store.setState({ journal: { notKept: undefined, unreadable } }));
    expect(await screen.findByRole('region', { name: 'Activity' })).toHaveTextContent(
      'Adding 5 to Props · waits for a newer version of Vitrine',
    );
    expect(screen.getByText(/^Adding 5 to Props: written down by a newer version/)).toBeVisible();
  });
});

describe('the panel of activity', () => {
  it('is opened by its name, also where nothing runs', async () => {
    const { user } = await renderApp({ at: '/local/collections' });
    await screen.findByRole('heading', { name: 'Collections' });
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox'), 'activity');
    await user.click(await screen.findByRole('option', { name: /Show activity/ }));
    expect(await screen.findByRole('region', { name: 'All activity' })).toHaveTextContent(
      'Nothing has been changed yet.',
    );
  });
});
