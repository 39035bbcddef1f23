import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
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
    act(async () => {
      const { changes } = store.getState();
      const collections = new Map([['props' as never, { name, assets: 0, models: 0 }]]);
      store.setState({ changes: { ...changes, collections } });
      await new Promise((resolve) => setTimeout(resolve));
    });
  const press = (name: string) => act(() => screen.getByRole('button', { name }).click());
  await rename('First');
  press('Hold here');
  press('Hold there');
  await rename('Second');
  expect(screen.getByRole('region', { name: 'here' })).toHaveTextContent('First');
  expect(screen.getByRole('region', { name: 'there' })).toHaveTextContent('Second');
  press('Release here');
  await rename('Third');
  expect(screen.getByRole('region', { name: 'here' })).toHaveTextContent('Third');
});
