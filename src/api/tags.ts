import type { Tag } from '~/contract/tag';
import type { ApiClient } from './client';
import { amountField, recordField, textField } from './loose-fields';
import { type Page, requestPage } from './page';
import { toSearchParams } from './search-params';

const tagRecords = { field: 'tags', read: readTag };

/** `GET /tags`: at most 100 a page, shared by assets and models. */
export async function listTags(
  client: ApiClient,
  paginationToken: string | undefined,
  signal: AbortSignal,
): Promise<Page<Tag>> {
  const searchParams = toSearchParams({ pageSize: 100, paginationToken });
  return requestPage(client, 'tags', { searchParams, signal }, tagRecords);
}

function readTag(value: unknown): Tag | undefined {
  const raw = recordField(value);
  const tagName = textField(raw['tagName']);
  if (!tagName) return undefined;
  return {
    tagName,
    itemCount: amountField(raw['itemCount']),
    createdAt: textField(raw['createdAt']) ?? '',
    updatedAt: textField(raw['updatedAt']) ?? '',
    ownerId: textField(raw['ownerId']) ?? '',
  };
}
