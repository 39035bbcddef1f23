import type { AssetSummary } from '~/api/asset-summary';

/** Bytes of an original; 0 where that is not known. */
export const sizeOf = (asset: AssetSummary): number => asset.size;
