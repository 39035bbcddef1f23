import * as z from 'zod/mini';
import { collectionIdSchema } from '~/contract/ids';
import type { FolderOptions } from './import-state';

/**
 * Search of the import page. `into`: the collection that files go to. `folders`: each folder becomes a collection,
 * where `reuse` files into collections that already have its name, and `new` always makes one.
 */
export const importSearchSchema = z.object({
  into: z.catch(z.optional(collectionIdSchema), undefined),
  folders: z.catch(z.optional(z.enum(['reuse', 'new'])), undefined),
});
export type ImportSearch = z.infer<typeof importSearchSchema>;

export function folderOptionsOf(folders: ImportSearch['folders']): FolderOptions {
  return { makeCollections: folders !== undefined, reuse: folders !== 'new' };
}
