import type * as z from 'zod/mini';
import type { listAssetsQuerySchema } from '~/contract/asset';
import { LIMITS } from '~/contract/limits';
import type { AssetRecord, StoredAsset } from './asset-record';
import { decodeCursor, encodeCursor } from './cursor';
import { listPage } from './list-page';
import type { ReadTransaction } from './storage';

type Query = z.output<typeof listAssetsQuerySchema>;

/** One page of `GET /assets`, newest first unless asked otherwise. */
export async function listAssets(
  tx: ReadTransaction,
  query: Query,
): Promise<{ records: AssetRecord[]; token: string | undefined }> {
  const scope = query.privacy === 'public' ? 'public' : 'own';
  const filters = filtersOf(query);
  // The first (most selective) filter is read from its index, the others are looked at in the records.
  const [driver, ...others] = filters;
  const byUpdated = query.sortBy === 'updatedAt';
  const { records, end } = await listPage(tx, {
    table: 'assets',
    index: byUpdated ? 'byUpdated' : 'byCreated',
    keysOf: (record) => (byUpdated ? record.byUpdated : record.byCreated),
    listings: driver ? driver.facets.map((facet) => `${scope}/${facet}`) : [scope],
    direction: query.sortDirection ?? 'desc',
    limit: query.pageSize ?? LIMITS.assetsPage.default,
    after: decodeCursor(query.paginationToken, query),
    above: milliseconds(query.createdAfter ?? query.updatedAfter),
    below: milliseconds(query.createdBefore ?? query.updatedBefore),
    accept: ({ asset }) =>
      (!query.privacy || asset.privacy === query.privacy) && others.every(({ accept }) => accept(asset)),
  });
  return { records, token: end && encodeCursor(end, query) };
}

interface Filter {
  facets: string[];
  accept: (asset: StoredAsset) => boolean;
}

/** Filters in the order of how few assets they usually leave. */
function filtersOf(query: Query): Filter[] {
  const filters: (Filter | undefined)[] = [
    one(query.inferenceId, 'i', (asset) => asset.metadata.inferenceId),
    one(query.parentAssetId, 'p', (asset) => asset.metadata.parentId),
    one(query.rootAssetId, 'r', (asset) => asset.metadata.rootParentId),
    some(query.collectionId && [query.collectionId], 'c', (asset) => asset.collectionIds),
    one(query.modelId, 'm', (asset) => asset.metadata.modelId),
    some(listOf(query.tags), 'g', (asset) => asset.tags),
    some(listOf(query.type ?? query.types), 't', (asset) => [asset.metadata.type]),
    one(query.authorId, 'a', (asset) => asset.authorId),
  ];
  return filters.filter((filter) => filter !== undefined);
}

function one(
  value: string | undefined,
  facet: string,
  read: (asset: StoredAsset) => string | undefined,
): Filter | undefined {
  if (value === undefined) return undefined;
  return { facets: [`${facet}/${value}`], accept: (asset) => read(asset) === value };
}

function some(
  values: readonly string[] | '' | undefined,
  facet: string,
  read: (asset: StoredAsset) => readonly string[],
): Filter | undefined {
  if (!values) return undefined;
  return {
    facets: values.map((value) => `${facet}/${value}`),
    accept: (asset) => read(asset).some((value) => values.includes(value)),
  };
}

function listOf(text: string | undefined): string[] | undefined {
  if (text === undefined) return undefined;
  const values = text
    .split(',')
    .map((value) => value.trim())
    .filter((value) => value !== '');
  return [...new Set(values)];
}

function milliseconds(date: string | undefined): number | undefined {
  return date === undefined ? undefined : Date.parse(date);
}
