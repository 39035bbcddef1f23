import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { AssetSummary } from '~/api/asset-summary';
import { useWorkspace } from '~/workspaces/use-workspace';

/** Reads an asset again; whether it has new addresses. */
export type Reread = (asset: AssetSummary) => Promise<boolean>;

/**
 * What to do when a picture or file of an asset does not load: where addresses run out it is read again, once. The
 * answer is whether it has new ones; undefined in a workspace whose addresses stay.
 */
export function useReread(): Reread | undefined {
  const workspace = useWorkspace();
  const queryClient = useQueryClient();
  const reread = useCallback(
    async (asset: AssetSummary) => {
      const { rereadAsset } = await import('./reread-asset');
      return rereadAsset(queryClient, workspace, asset);
    },
    [queryClient, workspace],
  );
  return workspace.kind === 'remote' ? reread : undefined;
}
