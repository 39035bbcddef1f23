import { RotateCw } from 'lucide-react';
import { useState } from 'react';
import type { AssetSummary } from '~/api/asset-summary';
import { kindOf } from './asset-kind';
import { formatBytes, formatDuration } from '~/ui/format-facts';
import { QueuedPicture } from './pictures/queued-picture';
import { renditionOf } from './pictures/rendition';
import type { Reread } from './use-reread';

interface TilePictureProps {
  asset: AssetSummary;
  /** Pixels from the top of the grid. */
  top: number;
  width: number;
  height: number;
  /** How a picture of another shape than its box is fitted. */
  fit: 'cover' | 'contain';
  /** Asked, not looked up: hundreds of these come and go while somebody scrolls. */
  reread: Reread | undefined;
}

const COVERING = 'size-full rounded-picture object-cover';
const CONTAINED = 'size-full rounded-picture object-contain';

interface Tries {
  failed: number;
  state: 'loading' | 'renewing' | 'broken';
}

/** The small picture of an asset; where there is none, or it does not load, its icon and what is known. */
export function TilePicture({ asset, top, width, height, fit, reread }: TilePictureProps) {
  /** How often loading was tried in vain, and how it stands now: `renewing` while the asset is read again. */
  const [tries, setTries] = useState<Tries>({ failed: 0, state: 'loading' });
  const fail = ({ failed }: Tries) => {
    if (!reread) return setTries({ failed: failed + 1, state: 'broken' });
    setTries({ failed: failed + 1, state: 'renewing' });
    const then = (isFresh: boolean) =>
      setTries({ failed: failed + 1, state: isFresh ? 'loading' : 'broken' });
    void reread(asset).then(then, () => then(false));
  };
  const url = renditionOf(asset, Math.max(width, height) * devicePixelRatio);
  if (asset.status === 'success' && url && tries.state !== 'broken') {
    if (tries.state === 'renewing') return null;
    return (
      <QueuedPicture
        key={tries.failed}
        url={url}
        top={top}
        height={height}
        className={fit === 'cover' ? COVERING : CONTAINED}
        onError={() => fail(tries)}
      />
    );
  }
  const isBroken = tries.state === 'broken';
  const retry = isBroken ? () => setTries(({ failed }) => ({ failed, state: 'loading' })) : undefined;
  return <Facts asset={asset} small={Math.min(width, height) < 96} retry={retry} />;
}

const STATUS: Record<string, string> = { pending: 'Being processed', error: 'Could not be processed' };

function Facts({
  asset,
  small,
  retry,
}: {
  asset: AssetSummary;
  small: boolean;
  retry: (() => void) | undefined;
}) {
  const { icon: Icon, name } = kindOf(asset.kind);
  const measure =
    asset.duration > 0 ? formatDuration(asset.duration) : asset.size > 0 && formatBytes(asset.size);
  return (
    <div className="flex size-full flex-col items-center justify-center gap-1 overflow-hidden rounded-picture bg-surface p-2 text-center">
      <Icon aria-hidden="true" size={small ? 16 : 24} strokeWidth={1.5} className="shrink-0 text-muted" />
      {!small && (
        <>
          <span className="line-clamp-2 text-xs wrap-anywhere">{asset.name}</span>
          <span className="text-xs text-muted tabular-nums">
            {STATUS[asset.status] ??
              (retry ? 'Picture did not load' : [name, measure].filter(Boolean).join(' · '))}
          </span>
        </>
      )}
      {retry && (
        // An option holds no controls: the pointer presses this, the keyboard R on the tile, which presses it too.
        <span
          role="presentation"
          data-retry=""
          className="flex items-center gap-1 rounded px-2 py-1 text-xs text-muted hover:bg-hover hover:text-text"
          onClick={(event) => {
            event.stopPropagation();
            retry();
          }}
        >
          <RotateCw aria-hidden="true" size={12} />
          {!small && 'Try again'}
        </span>
      )}
    </div>
  );
}
