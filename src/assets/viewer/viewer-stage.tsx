import { type CSSProperties, useState } from 'react';
import type { AssetSummary } from '~/api/asset-summary';
import type { Workspace } from '~/workspaces/workspace';
import { useReread } from '../use-reread';
import { AudioView } from './audio-view';
import type { Ground } from './ground';
import { TextView } from './text-view';
import { UnshownView } from './unshown-view';
import type { Zoom } from './zoom';
import { ZoomPicture } from './zoom-picture';

interface ViewerStageProps {
  workspace: Workspace;
  asset: AssetSummary;
  zoom: Zoom;
  onZoom: (zoom: Zoom) => void;
  ground: Ground;
  onSwipe: (direction: -1 | 1) => void;
}

/** Types that browsers of today decode. */
const SHOWN_PICTURES = new Set([
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/avif',
  'image/gif',
  'image/svg+xml',
  'image/bmp',
]);

/** Whether the original itself can be shown as a picture. */
export function isShownPicture(asset: AssetSummary): boolean {
  return asset.status === 'success' && SHOWN_PICTURES.has(asset.mimeType);
}

/** The asset itself, each kind in its way; an unknown one shows its icon and its facts, never a blank. */
export function ViewerStage({ workspace, asset, zoom, onZoom, ground, onSwipe }: ViewerStageProps) {
  const [failed, setFailed] = useState(false);
  const reread = useReread();
  const onFailed = () => {
    setFailed(true);
    // An address that has run out is renewed once; with the new one it is tried again.
    void reread?.(asset).then((isFresh) => setFailed(!isFresh));
  };
  if (asset.status === 'pending') return <UnshownView asset={asset} note="It is still being processed." />;
  if (asset.status === 'error') return <UnshownView asset={asset} note="It could not be processed." />;
  if (failed)
    return (
      <UnshownView asset={asset} note="The file could not be loaded." onRetry={() => setFailed(false)} />
    );
  if (isShownPicture(asset))
    return (
      <ZoomPicture
        asset={asset}
        url={asset.url}
        zoom={zoom}
        onZoom={onZoom}
        ground={ground}
        onSwipe={onSwipe}
        onFailed={onFailed}
      />
    );
  if (asset.mimeType.startsWith('video/'))
    return (
      <div className="absolute inset-0 flex items-center justify-center [container-type:size]">
        {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- the contract has no captions */}
        <video
          src={asset.url}
          poster={asset.thumbnailUrl}
          controls
          loop
          playsInline
          aria-label={asset.name}
          style={boxOf(asset)}
          className="max-h-full max-w-full"
          onError={onFailed}
        />
      </div>
    );
  if (asset.mimeType.startsWith('audio/'))
    return <AudioView workspace={workspace} asset={asset} onFailed={onFailed} />;
  if (asset.kind === 'text' || asset.kind === 'json' || asset.mimeType === 'application/json')
    return <TextView workspace={workspace} asset={asset} />;
  return <UnshownView asset={asset} note="It cannot be shown here." />;
}

/** The box of a film from the start, which otherwise is that of its poster until it plays. */
function boxOf({ width, height }: AssetSummary): CSSProperties | undefined {
  if (!width || !height) return undefined;
  const ratio = width / height;
  return { aspectRatio: ratio, width: `min(${width}px, 100cqw, ${100 * ratio}cqh)` };
}
