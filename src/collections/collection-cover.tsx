import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { Images } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { AssetSummary } from '~/api/asset-summary';
import { colorIn } from '~/assets/pictures/color-in';
import { useArrivingCover } from '~/batches/use-projection';
import type { Collection } from '~/contract/collection';
import { lazyPart } from '~/ui/lazy-part';
import { useWorkspace } from '~/workspaces/use-workspace';
import { collectionQueries } from './collection-queries';

interface CollectionCoverProps {
  collection: Collection;
  className?: string;
}

const LostCover = lazyPart(() => import('./lost-cover'), 'LostCover');

/**
 * The picture that stands for a collection, cropped to its box: its thumbnail, else the newest asset. A thumbnail
 * whose picture does not load gives way to the newest asset and says why.
 */
export function CollectionCover({ collection, className }: CollectionCoverProps) {
  const chosen = collection.thumbnail?.url;
  const [broken, setBroken] = useState<readonly string[]>([]);
  const isLost = chosen !== undefined && broken.includes(chosen);
  const newest = useNewestAsset(collection, chosen === undefined || isLost);
  const isNewestLost = newest?.thumbnailUrl !== undefined && broken.includes(newest.thumbnailUrl);
  // While the first members are on their way, nothing but the act knows their pictures.
  const arriving = useArrivingCover(collection.id)?.thumbnailUrl;
  const source = chosen !== undefined && !isLost ? chosen : (newest?.thumbnailUrl ?? arriving);
  const forget = () => setBroken([]);
  return (
    <span className={clsx('relative block overflow-hidden rounded-picture bg-raised', className)}>
      {source !== undefined && !broken.includes(source) ? (
        <img
          // A fresh element for a fresh picture: the old one must not stay in sight while the new one loads.
          key={source}
          src={source}
          alt=""
          decoding="async"
          draggable={false}
          fetchPriority={source === chosen ? 'auto' : 'low'}
          // A press on it is one on the card: what is pressed and replaced before it is let go gives no click.
          className="pointer-events-none absolute inset-0 size-full object-cover"
          style={{ backgroundColor: colorIn(source) }}
          onError={() => setBroken([...broken, source])}
        />
      ) : (
        <span className="absolute inset-0 flex items-center justify-center text-muted opacity-60">
          {collection.assetCount === 0 && <Images aria-hidden="true" size={24} strokeWidth={1.25} />}
        </span>
      )}
      {isLost && <LostCover key={chosen} collection={collection} onBack={forget} />}
      {isNewestLost && (
        <LostCover key={newest.thumbnailUrl} collection={collection} standIn={newest} onBack={forget} />
      )}
    </span>
  );
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
