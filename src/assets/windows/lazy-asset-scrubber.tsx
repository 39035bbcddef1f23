import { lazyPart } from '~/ui/lazy-part';
import type { AssetScrubberProps } from './asset-scrubber';

const AssetScrubber = lazyPart(() => import('./asset-scrubber'), 'AssetScrubber');

/** Loaded after the first tiles: they do not wait for it. */
export function LazyAssetScrubber(props: AssetScrubberProps) {
  return <AssetScrubber {...props} />;
}
