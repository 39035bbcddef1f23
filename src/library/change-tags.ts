import type * as z from 'zod/mini';
import type { updateTagsBodySchema } from '~/contract/asset';
import { badRequest } from './library-error';

interface TagChange {
  tags: string[];
  added: string[];
  deleted: string[];
}

/**
 * Works out new tags. `strict` (the default) refuses adding a tag that is there and deleting one that is not;
 * otherwise such tags are passed over.
 */
export function changeTags(
  before: readonly string[],
  { add = [], delete: remove = [], strict = true }: z.output<typeof updateTagsBodySchema>,
): TagChange {
  const added = [...new Set(add)].filter((tag) => !before.includes(tag));
  const deleted = [...new Set(remove)].filter((tag) => before.includes(tag));
  if (strict) {
    const present = add.find((tag) => before.includes(tag));
    if (present !== undefined) throw badRequest(`Tag "${present}" already exists`);
    const absent = remove.find((tag) => !before.includes(tag));
    if (absent !== undefined) throw badRequest(`Tag "${absent}" was not found`);
  }
  return { tags: [...before.filter((tag) => !deleted.includes(tag)), ...added], added, deleted };
}
