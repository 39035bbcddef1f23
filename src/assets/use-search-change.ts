import { type HistoryState, useNavigate, useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { AssetSearch } from './asset-search';
import { rememberView } from './place-view';

/**
 * Changes some search parameters of the place shown; undefined clears one. A choice makes a history entry, so that
 * Back takes it back; typing and resizing replace the entry they are on.
 */
export type ChangeSearch = (
  change: Partial<AssetSearch>,
  how?: 'push' | 'replace',
  state?: HistoryState,
) => void;

export function useSearchChange(): ChangeSearch {
  const navigate = useNavigate();
  const router = useRouter();
  return useCallback(
    (change, how = 'push', state) => {
      rememberView(router.state.location.pathname, change);
      void navigate({
        to: '.',
        search: (previous: object) => ({ ...previous, ...change }),
        replace: how === 'replace',
        resetScroll: false,
        // An entry that is replaced goes on being what it was opened as.
        state: state ?? how === 'replace',
      } as Parameters<typeof navigate>[0]);
    },
    [navigate, router],
  );
}
