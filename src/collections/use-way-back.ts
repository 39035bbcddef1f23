import { type HistoryState, useLocation, useNavigate, useRouter } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { CollectionId } from '~/contract/ids';
import { useWorkspace } from '~/workspaces/use-workspace';

declare module '@tanstack/history' {
  interface HistoryState {
    /** The picker was opened from the page of its collection: the entry before this one. */
    openedInCollection?: boolean;
  }
}

/** State of the history entry that a picker gets when it is opened from the page of its collection. */
export const openedInCollection: HistoryState = { openedInCollection: true };

interface WayBack {
  /** To the place the picker was opened from, at the same scroll position; by its address, to the collection. */
  back: () => void;
  /** To the page of the collection, whose entry takes the place of the picker's. */
  toCollection: () => void;
}

/** The ways out of a picker. The history goes back over everything that was filtered and opened in it. */
export function useWayBack(collectionId: CollectionId, side: 'assets' | 'models' = 'assets'): WayBack {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const { history } = useRouter();
  const index = useLocation({ select: ({ state }) => state.__TSR_index });
  const fromCollection = useLocation({ select: ({ state }) => state.openedInCollection === true });
  const [first] = useState({ index, fromCollection });
  return useMemo(() => {
    const within = index - first.index;
    const replace = () => {
      const params = { workspace: workspace.id, collectionId };
      const to = side === 'assets' ? '' : '/models';
      void navigate({ to: `/$workspace/collections/$collectionId${to}`, params, replace: true });
    };
    const replaceFirst = () => {
      if (within === 0) return replace();
      const stop = history.subscribe(() => {
        stop();
        replace();
      });
      history.go(-within);
    };
    const back = () => (first.index > 0 ? history.go(-within - 1) : replaceFirst());
    return { back, toCollection: () => (first.fromCollection ? back() : replaceFirst()) };
  }, [history, index, first, navigate, workspace, collectionId, side]);
}
