import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { createLibraryWorkspace } from '~/testing/library-workspace';
import { BatchesProvider, batchesOf } from './batches-provider';
import { HoldableChanges, useHoldChanges } from './held-changes';
import { usePendingChanges } from './use-batches';

function Place({ name }: { name: string }) {
  const { collections } = usePendingChanges();
  const hold = useHoldChanges();
  const [release, setRelease] = useState<() => void>();
  return (
    <section aria-label={name}>
      {[...collections.values()].map((change) => change.name)}
      <button type="button" onClick={() => setRelease(() => hold())}>
        Hold {name}
      </button>
      <button type="button" onClick={() => release?.()}>
        Release {name}
      </button>
    </section>
  );
}

it('holds one place as it is, while all others go on', async () => {
  const { workspace } = await createLibraryWorkspace({ collections: ['Props'] });
  const queryClient = new QueryClient();
  render(
    <QueryClientProvider client={queryClient}>
      <BatchesProvider workspace={workspace}>
        <HoldableChanges>
          <Place name="here" />
        </HoldableChanges>
        <Place name="there" />
      </BatchesProvider>
    </QueryClientProvider>,
  );
  const { store } = batchesOf(queryClient, workspace);
  const rename = (name: string) =>
    act(() => {
      const { changes } = store.getState();
      const collections = new Map([['props' as never, { name, assets: 0, models: 0 }]]);
      store.setState({ changes: { ...changes, collections } });
    });
  const press = (name: string) => act(() => screen.getByRole('button', { name }).click());
  rename('First');
  press('Hold here');
  press('Hold there');
  rename('Second');
  await waitFor(() => expect(screen.getByRole('region', { name: 'there' })).toHaveTextContent('Second'));
  expect(screen.getByRole('region', { name: 'here' })).toHaveTextContent('First');
  press('Release here');
  rename('Third');
  await waitFor(() => expect(screen.getByRole('region', { name: 'here' })).toHaveTextContent('Third'));
});
