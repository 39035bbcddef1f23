import { lazy, Suspense } from 'react';
import type { AssetScrubberProps } from './asset-scrubber';

const AssetScrubber = lazy(() =>
  import('./asset-scrubber').then(({ AssetScrubber }) => ({ default: AssetScrubber })),
);

/** Loaded after the first tiles: they do not wait for it. */
export function LazyAssetScrubber(props: AssetScrubberProps) {
  return (
    <Suspense fallback={null}>
      <AssetScrubber {...props} />
    </Suspense>
  );
}
