import * as z from 'zod/mini';
import {
  type Asset,
  type CreateAssetBody,
  downloadResponseSchema,
  type ListAssetsQuery,
} from '~/contract/asset';
import type { AssetId } from '~/contract/ids';
import type { SearchAssetsBody } from '~/contract/search';
import { type AssetSummary, readAssetSummary } from './asset-summary';
import type { ApiClient } from './client';
import { ApiError } from './api-error';
import { numberField, textsField, urlField } from './loose-fields';
import { type Page, readRecords, requestPage, requestRecord } from './page';
import { readAsset } from './read-asset';
import { toSearchParams } from './search-params';

const assetRecords = { field: 'assets', read: readAssetSummary };
const bulkSchema = z.looseObject({ assets: z.array(z.unknown()) });

/** `GET /assets`: at most 100 a page. Send `sortBy`: the default order is undocumented. */
export async function listAssets(
  client: ApiClient,
  query: ListAssetsQuery,
  signal: AbortSignal,
): Promise<Page<AssetSummary>> {
  return requestPage(client, 'assets', { searchParams: toSearchParams(query), signal }, assetRecords);
}

/** `GET /assets/{id}`: the whole record. */
export async function getAsset(client: ApiClient, id: AssetId, signal?: AbortSignal): Promise<Asset> {
  return requestRecord(client, path(id), signal && { signal }, { field: 'asset', read: readAsset });
}

/** Milliseconds: answered when the picture has been processed, which may wait for others. */
const CREATE_TIMEOUT_MS = 120_000;

/** `POST /assets`: a picture of fewer than 6,000,000 bytes. `turn` calls it off as long as it has not been sent. */
export async function createAsset(
  client: ApiClient,
  body: CreateAssetBody,
  turn: AbortSignal,
): Promise<AssetSummary> {
  const options = { method: 'post', json: body, timeout: CREATE_TIMEOUT_MS, turn };
  return requestRecord(client, 'assets', options, { field: 'asset', read: readAssetSummary });
}

/** `POST /assets/get-bulk`: at most 200 ids; unknown ones are absent from the answer. */
export async function getAssetsInBulk(
  client: ApiClient,
  assetIds: readonly AssetId[],
  signal?: AbortSignal,
): Promise<AssetSummary[]> {
  const raw = await client.request('assets/get-bulk', bulkSchema, {
    method: 'post',
    json: { assetIds },
    ...(signal && { signal }),
  });
  return readRecords(raw.assets, readAssetSummary);
}

/** The prompts of at most 200 assets, by `POST /assets/get-bulk`; those without one are absent. */
export async function getAssetPrompts(
  client: ApiClient,
  assetIds: readonly AssetId[],
): Promise<ReadonlyMap<AssetId, string>> {
  const raw = await client.request('assets/get-bulk', bulkSchema, { method: 'post', json: { assetIds } });
  const assets = readRecords(raw.assets, readAsset);
  return new Map(
    assets.flatMap(({ id, metadata }) => (metadata.prompt ? [[id, metadata.prompt] as const] : [])),
  );
}

/** The original of a text or JSON asset, from its `url`: at most the first megabyte. */
export async function getAssetText(
  client: ApiClient,
  url: string,
  signal?: AbortSignal,
): Promise<{ text: string; whole: boolean }> {
  return client.getText(url, 1_000_000, signal);
}

/** The original of an asset whole, from its `url`: look at its size first. */
export async function getAssetBytes(
  client: ApiClient,
  url: string,
  signal?: AbortSignal,
): Promise<ArrayBuffer> {
  return client.getBytes(url, signal);
}

/** `POST /assets/{id}/download`: a fresh address of the original. Not every workspace has it. */
export async function getDownloadUrl(client: ApiClient, id: AssetId, signal: AbortSignal): Promise<string> {
  const options = { method: 'post', json: {}, signal };
  const answer = await client.request(`${path(id)}/download`, downloadResponseSchema, options);
  const url = urlField(answer.url);
  if (url === undefined) throw new ApiError('unusable', 'The answer names no address.');
  return url;
}

/** A file whole, from its address. */
export async function getFile(client: ApiClient, url: string, signal: AbortSignal): Promise<Blob> {
  return client.getFile(url, signal);
}

/** `PUT /assets/{id}/tags`, idempotent (`strict: false`). */
export async function updateAssetTags(
  client: ApiClient,
  id: AssetId,
  change: { add?: readonly string[]; delete?: readonly string[] },
): Promise<{ added: string[]; deleted: string[] }> {
  const json = { ...change, strict: false };
  const answer = await client.request(`${path(id)}/tags`, z.looseObject({}), { method: 'put', json });
  return { added: textsField(answer['added']), deleted: textsField(answer['deleted']) };
}

/** `DELETE /assets`: destroys at most 100 assets. */
export async function deleteAssets(client: ApiClient, assetIds: readonly AssetId[]): Promise<void> {
  await client.request('assets', z.unknown(), { method: 'delete', json: { assetIds } });
}

/** One page of hits. `total` is exact only when paged by `page` + `hitsPerPage`, and not everywhere then. */
export interface SearchPage {
  items: readonly AssetSummary[];
  unusable: number;
  total: number | undefined;
  isExact: boolean;
}

const rawHits = z.looseObject({ hits: z.array(z.unknown()) });

/** `POST /search/assets`: at most 100 hits a page. */
export async function searchAssets(
  client: ApiClient,
  body: SearchAssetsBody,
  signal?: AbortSignal,
): Promise<SearchPage> {
  const raw = await client.request('search/assets', rawHits, {
    method: 'post',
    json: body,
    ...(signal && { signal }),
  });
  const items = readRecords(raw.hits, readAssetSummary);
  const exact = numberField(raw['totalHits']);
  return {
    items,
    unusable: raw.hits.length - items.length,
    total: exact ?? numberField(raw['estimatedTotalHits']),
    isExact: exact !== undefined,
  };
}

/**
 * Exact number of assets that match, by a search page of one (`hitsPerPage: 1`). Undefined where the workspace only
 * estimates: estimates came back large beside an empty list, so nothing is laid out or said by them.
 */
export async function countAssets(
  client: ApiClient,
  body: Pick<SearchAssetsBody, 'query' | 'filter'>,
  signal?: AbortSignal,
): Promise<number | undefined> {
  const page = await searchAssets(client, { ...body, page: 1, hitsPerPage: 1 }, signal);
  return page.isExact ? page.total : undefined;
}

function path(id: AssetId): string {
  return `assets/${encodeURIComponent(id)}`;
}
