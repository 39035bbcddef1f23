import type { ReactNode } from 'react';
import type { AssetSummary } from '~/api/asset-summary';
import type { AssetId, ModelId } from '~/contract/ids';

/** What a place adds to the viewer. */
export interface ViewerSlots {
  /** Something was done to it here: should it leave the listing by that, the next one is shown. */
  isActedOn?: ((id: AssetId) => boolean) | undefined;
  /** What can be done with the asset shown, in the viewer's bar. */
  verbs?: ((asset: AssetSummary) => ReactNode) | undefined;
  /** The collections it is in, among the facts. */
  memberships?: ((asset: AssetSummary) => ReactNode) | undefined;
  /** The name of a model, where the facts hold its id. */
  modelName?: ((id: ModelId) => ReactNode) | undefined;
}
