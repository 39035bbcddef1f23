import { lazyPart } from '~/ui/lazy-part';

/** Loaded after the first tiles: they do not wait for it. */
export const LazyAssetScrubber = lazyPart(() => import('./asset-scrubber'), 'AssetScrubber');
