import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { repeatedListing } from './each-page';

interface QueryContext {
  client: QueryClient;
  queryKey: readonly unknown[];
  pageParam: string | undefined;
}

/** Throws `unusable` where the page after this one has a token that was used already: it would go round for ever. */
export function refuseRepeatedToken(
  { client, queryKey, pageParam }: QueryContext,
  next: string | undefined,
): void {
  if (next === undefined) return;
  const known = client.getQueryData<InfiniteData<unknown, string | undefined>>(queryKey)?.pageParams ?? [];
  const used = known.slice(0, known.indexOf(pageParam) + 1);
  if (next === pageParam || used.includes(next)) throw repeatedListing();
}
