import type { FetchInfiniteQueryOptions, QueryClient, QueryKey } from '@tanstack/react-query';
import { BUILT_IN_ID, type Workspace } from './workspace';

/** Milliseconds that a place is held back for what it shows first: less than anybody notices. */
const MOST_MS = 100;

/** What a loader knows: why it runs (a place is entered, or another search is shown in it), and of which workspace. */
interface Visit {
  cause: 'enter' | 'stay' | 'preload';
  context: { queryClient: QueryClient; workspace: Workspace };
}

/**
 * Reads the first page of what a place lists. The built-in library mostly answers within a frame or two, so a place that
 * is entered and has nothing to show yet waits for it, briefly: it is drawn once, not empty and again. Nothing else is
 * waited for. Never throws.
 */
export async function readFirstPage<Data, Key extends QueryKey, Param>(
  { cause, context: { queryClient, workspace } }: Visit,
  list: FetchInfiniteQueryOptions<Data, Error, Data, Key, Param>,
): Promise<void> {
  const isThere = queryClient.getQueryData(list.queryKey) !== undefined;
  const answer = queryClient.prefetchInfiniteQuery(list);
  if (isThere || cause !== 'enter' || workspace.id !== BUILT_IN_ID) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, MOST_MS);
  });
  await Promise.race([answer, enough]);
  clearTimeout(timer);
}
