import type { QueryClient } from '@tanstack/react-query';
import type { ApiClient } from './client';

interface QueryContext {
  client: QueryClient;
  queryKey: readonly unknown[];
}

/** The client for the read of a query: what nobody looks at, yet or any more, lets what is looked at go first. */
export function clientForQuery(
  client: ApiClient,
  { client: queryClient, queryKey }: QueryContext,
  { isNext = false }: { isNext?: boolean } = {},
): ApiClient {
  const query = queryClient.getQueryCache().find({ queryKey, exact: true });
  return client.at(() => (isNext || !query?.isActive() ? 'ahead' : 'visible'));
}
