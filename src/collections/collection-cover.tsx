import { useQuery, useQueryClient } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { Images } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { AssetSummary } from '~/api/asset-summary';
import { colorIn } from '~/assets/pictures/color-in';
import { useArrivingCover } from '~/batches/use-projection';
import type { Collection } from '~/contract/collection';
import { useWorkspace } from '~/workspaces/use-workspace';
import { collectionQueries } from './collection-queries';

interface CollectionCoverProps {
  collection: Collection;
  className?: string;
}

/**
 * The picture that stands for a collection, cropped to its box: its thumbnail, else the newest asset. A thumbnail
 * whose picture is gone gives way to the newest asset and says so.
 */
export function CollectionCover({ collection, className }: CollectionCoverProps) {
  const chosen = collection.thumbnail?.url;
  const [broken, setBroken] = useState<string>();
  const { isRenewing, renew } = useRenewal(collection);
  const lost = chosen !== undefined && broken === chosen;
  const newest = useNewestAsset(collection, chosen === undefined || lost);
  // While the first members are on their way, nothing but the act knows their pictures.
  const arriving = useArrivingCover(collection.id)?.thumbnailUrl;
  const source = chosen !== undefined && !lost ? chosen : (newest?.thumbnailUrl ?? arriving);
  return (
    <span className={clsx('relative block overflow-hidden rounded-picture bg-raised', className)}>
      {source !== undefined && source !== broken ? (
        <img
          // A fresh element for a fresh picture: the old one must not stay in sight while the new one loads.
          key={source}
          src={source}
          alt=""
          decoding="async"
          draggable={false}
          fetchPriority={source === chosen ? 'auto' : 'low'}
          className="absolute inset-0 size-full object-cover"
          style={{ backgroundColor: colorIn(source) }}
          onError={() => {
            setBroken(source);
            renew(source === chosen ? undefined : newest);
          }}
        />
      ) : (
        <span className="absolute inset-0 flex items-center justify-center text-muted opacity-60">
          {collection.assetCount === 0 && <Images aria-hidden="true" size={24} strokeWidth={1.25} />}
        </span>
      )}
      {lost && !isRenewing && (
        <span className="absolute right-1 bottom-1 left-1 w-fit max-w-full truncate rounded-[4px] bg-scrim px-1.5 py-0.5 text-xs text-on-picture">
          Its thumbnail was deleted
        </span>
      )}
    </span>
  );
}

/** What to do when the picture does not load: where addresses run out, what it came from is read again. */
function useRenewal(collection: Collection) {
  const workspace = useWorkspace();
  const queryClient = useQueryClient();
  const [isRenewing, setRenewing] = useState(false);
  const renew = (standIn: AssetSummary | undefined) => {
    if (workspace.kind !== 'remote') return;
    setRenewing(true);
    import('./reread-cover')
      .then(({ rereadCover }) => rereadCover({ queryClient, workspace, collection, standIn }))
      // The cover stays broken, which it shows.
      .catch(() => undefined)
      .finally(() => setRenewing(false));
  };
  return { isRenewing, renew };
}

/** The newest asset, read only once the browser has nothing better to do. */
function useNewestAsset(collection: Collection, wanted: boolean): AssetSummary | undefined {
  const workspace = useWorkspace();
  const isIdle = useIdle(wanted);
  const { data } = useQuery({
    ...collectionQueries.newestAsset(workspace, collection.id),
    enabled: wanted && isIdle && collection.assetCount > 0,
  });
  return wanted ? (data ?? undefined) : undefined;
}

function useIdle(wanted: boolean): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    if (!wanted || isIdle) return undefined;
    const become = () => setIdle(true);
    // Safari has no idle callbacks.
    if (typeof requestIdleCallback === 'undefined') {
      const timer = setTimeout(become, 50);
      return () => clearTimeout(timer);
    }
    const handle = requestIdleCallback(become, { timeout: 1000 });
    return () => cancelIdleCallback(handle);
  }, [wanted, isIdle]);
  return isIdle;
}
