import { QueryClient } from '@tanstack/react-query';
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { queryKeys } from '~/api/query-keys';
import { createFakeLocks } from '~/testing/fake-locks';
import { createLibraryWorkspace } from '~/testing/library-workspace';
import type { Clock } from './clock';
import { openIndexedDbJournal } from './journal/indexed-db-journal';
import { WorkspaceBatches } from './workspace-batches';

let now = Date.UTC(2026, 5, 1);
const clock: Clock = {
  now: () => (now += 1),
  random: () => 0.5,
  sleep: async (ms) => void (now += ms),
};

it('reads again what another tab changed between the first view of this one and its joining the others', async () => {
  const { workspace } = await createLibraryWorkspace({ assets: 1, collections: ['Props'] });
  const locks = createFakeLocks();
  const key = queryKeys.collectionList(workspace.id);
  const openTab = async () => {
    const queryClient = new QueryClient();
    const journal = await openIndexedDbJournal('late');
    return { queryClient, batches: new WorkspaceBatches({ workspace, queryClient, journal, locks, clock }) };
  };
  const act = async ({ batches }: Awaited<ReturnType<typeof openTab>>, name: string) =>
    batches.act({ kind: 'create', name, items: { assets: [], models: [] } });
  const first = await openTab();
  await act(first, 'Before');
  now += 2_000;
  const second = await openTab();
  second.queryClient.setQueryData(key, { pages: [], pageParams: [] });
  await act(first, 'Meanwhile');
  await second.batches.connect();
  expect(second.queryClient.getQueryState(key)?.isInvalidated).toBe(true);

  now += 2_000;
  const third = await openTab();
  third.queryClient.setQueryData(key, { pages: [], pageParams: [] });
  await third.batches.connect();
  expect(third.queryClient.getQueryState(key)?.isInvalidated).toBe(false);
  for (const { batches } of [first, second, third]) await batches.close();
});
