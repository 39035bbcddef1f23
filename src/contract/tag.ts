import * as z from 'zod/mini';
import { LIMITS } from './limits';

/** Query of `GET /tags`: paging alone. */
export const listTagsQuerySchema = z.object({
  pageSize: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(LIMITS.tagsPage.max))),
  paginationToken: z.optional(z.string()),
  projectId: z.optional(z.string()),
});

/** A tag of the project with the number of assets and models that carry it. */
export const tagSchema = z.looseObject({
  tagName: z.string(),
  itemCount: z.number(),
  createdAt: z.string(),
  updatedAt: z.string(),
  ownerId: z.string(),
});
export type Tag = z.infer<typeof tagSchema>;

export const tagPageSchema = z.looseObject({
  tags: z.array(tagSchema),
  nextPaginationToken: z.optional(z.string()),
});
