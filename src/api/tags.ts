import { type Tag, tagSchema } from '~/contract/tag';
import type { ApiClient } from './client';
import { type Page, requestPage } from './page';
import { toSearchParams } from './search-params';

const tagRecords = { field: 'tags', schema: tagSchema, summarize: (tag: Tag) => tag };

/** `GET /tags`: at most 100 a page, shared by assets and models. */
export async function listTags(
  client: ApiClient,
  paginationToken: string | undefined,
  signal: AbortSignal,
): Promise<Page<Tag>> {
  const searchParams = toSearchParams({ pageSize: 100, paginationToken });
  return requestPage(client, 'tags', { searchParams, signal }, tagRecords);
}
