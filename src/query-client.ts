import { QueryClient } from '@tanstack/react-query';
import { ApiError } from '~/api/api-error';

/**
 * Defaults for every query. The built-in library answers without a network, so connectivity is never the
 * query client's business; a refusal is final, a lost answer is asked again twice. What could not be read at all is asked
 * for when the network is back.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && error instanceof ApiError && error.unclear,
        refetchOnWindowFocus: false,
        refetchOnReconnect: ({ state }) => (state.error && state.data === undefined ? 'always' : false),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
