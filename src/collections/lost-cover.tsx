import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import type { AssetSummary } from '~/api/asset-summary';
import type { Collection } from '~/contract/collection';
import { useWorkspace } from '~/workspaces/use-workspace';
import { rereadCover } from './reread-cover';

interface LostCoverProps {
  collection: Collection;
  /** The asset whose picture stood in, where it was not the thumbnail that did not load. */
  standIn?: AssetSummary;
  /** There is a network again: the picture may load now. */
  onBack: () => void;
}

/** Finds out why a cover did not load, gets it a new address where those run out, and says what became of a thumbnail. */
export function LostCover({ collection, standIn, onBack }: LostCoverProps) {
  const workspace = useWorkspace();
  const queryClient = useQueryClient();
  // The built-in library refuses nobody and is always there: what it does not have is gone.
  const [isGone, setGone] = useState(workspace.kind === 'remote' ? undefined : true);
  const look = useEffectEvent(() => rereadCover({ queryClient, workspace, collection, standIn }));
  const tryAgain = useEffectEvent(onBack);
  useEffect(() => {
    if (workspace.kind !== 'remote') return undefined;
    let isShown = true;
    void look()
      .catch(() => false)
      .then((gone) => isShown && setGone(gone));
    const back = () => tryAgain();
    addEventListener('online', back);
    return () => {
      isShown = false;
      removeEventListener('online', back);
    };
  }, [workspace]);
  if (standIn || isGone === undefined) return null;
  return (
    <span className="absolute right-1 bottom-1 left-1 w-fit max-w-full truncate rounded-[4px] bg-scrim px-1.5 py-0.5 text-xs text-on-picture">
      {isGone ? 'Its thumbnail was deleted' : 'Its thumbnail did not load'}
    </span>
  );
}
