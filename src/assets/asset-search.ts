import * as z from 'zod/mini';
import { assetIdSchema } from '~/contract/ids';
import { assetFilterSearch } from './asset-filters';
import { gridViewSearch } from './grid/grid-view';
import { flag } from './search-flag';

/**
 * Search parameters of every place that shows assets: what is listed, how it is drawn, and which asset is open
 * (`?asset=1e5` is text). Give it to `validateSearch`, alone or with parameters of the place's own.
 */
export const assetSearch = {
  ...assetFilterSearch,
  ...gridViewSearch,
  /** Only what is selected. */
  selected: flag,
  asset: z.catch(z.optional(assetIdSchema), undefined),
};
export const assetSearchSchema = z.object(assetSearch);
export type AssetSearch = z.infer<typeof assetSearchSchema>;
