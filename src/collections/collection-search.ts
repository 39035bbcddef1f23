import * as z from 'zod/mini';
import { COLLECTION_SORTS, type CollectionView } from './collection-order';

/** Search parameters of the collection grid. An invalid value falls back to its default; `?q=2024` stays text. */
export const collectionSearchSchema = z.object({
  q: z.catch(z.optional(z.string().check(z.maxLength(200))), undefined),
  sort: z.catch(z.optional(z.enum(COLLECTION_SORTS)), undefined),
});
export type CollectionSearch = z.infer<typeof collectionSearchSchema>;

/** The view that a place's search parameters ask for. */
export function viewOf({ q = '', sort = 'server' }: CollectionSearch): CollectionView {
  return { q, sort };
}
