import { useLocation, useNavigate, useRouter } from '@tanstack/react-router';
import { useCallback, useRef } from 'react';
import type { CollectionId } from '~/contract/ids';
import { useWorkspace } from '~/workspaces/use-workspace';

/**
 * Leaves a picker for the place it was opened from, at the same scroll position: the history goes back over
 * everything that was filtered and opened in the picker. A picker opened by its address leads to its collection.
 */
export function useWayBack(collectionId: CollectionId): () => void {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const { history } = useRouter();
  const index = useLocation({ select: ({ state }) => state.__TSR_index });
  const first = useRef(index);
  return useCallback(() => {
    if (first.current > 0) {
      history.go(first.current - index - 1);
      return;
    }
    const params = { workspace: workspace.id, collectionId };
    void navigate({ to: '/$workspace/collections/$collectionId', params, replace: true });
  }, [history, index, navigate, workspace, collectionId]);
}
