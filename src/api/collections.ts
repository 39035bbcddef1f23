import * as z from 'zod/mini';
import type { Collection, UpdateCollectionBody } from '~/contract/collection';
import type { AssetId, CollectionId, ModelId } from '~/contract/ids';
import { LIMITS } from '~/contract/limits';
import type { ApiClient } from './client';
import { type Page, requestPage, requestRecord } from './page';
import { readCollection } from './read-collection';

const collectionRecords = { field: 'collections', read: readCollection };
const collectionRecord = { field: 'collection', read: readCollection };

/** `GET /collections`: up to 100 a page; the contract offers neither filter nor sort. */
export async function listCollections(
  client: ApiClient,
  paginationToken: string | undefined,
  signal: AbortSignal,
): Promise<Page<Collection>> {
  const searchParams: Record<string, string> = { pageSize: String(LIMITS.collectionsPage.max) };
  if (paginationToken) searchParams['paginationToken'] = paginationToken;
  return requestPage(client, 'collections', { searchParams, signal }, collectionRecords);
}

/** `GET /collections/{id}`: the record only. */
export async function getCollection(
  client: ApiClient,
  id: CollectionId,
  signal?: AbortSignal,
): Promise<Collection> {
  return requestRecord(client, path(id), signal && { signal }, collectionRecord);
}

/** `POST /collections`. Names need not be unique. */
export async function createCollection(client: ApiClient, name: string): Promise<Collection> {
  return requestRecord(client, 'collections', { method: 'post', json: { name } }, collectionRecord);
}

/** `PUT /collections/{id}`: `name`, `thumbnail` (an asset id; null unsets), or both. */
export async function updateCollection(
  client: ApiClient,
  id: CollectionId,
  body: UpdateCollectionBody,
): Promise<Collection> {
  return requestRecord(client, path(id), { method: 'put', json: body }, collectionRecord);
}

/** `DELETE /collections/{id}`: its assets stay. */
export async function deleteCollection(client: ApiClient, id: CollectionId): Promise<void> {
  await client.request(path(id), z.unknown(), { method: 'delete' });
}

export type MembershipChange = 'add' | 'remove';

/** `PUT` / `DELETE /collections/{id}/assets`: at most 49 ids; adding a member again is refused whole. */
export async function changeCollectionAssets(
  client: ApiClient,
  change: MembershipChange,
  id: CollectionId,
  assetIds: readonly AssetId[],
  signal?: AbortSignal,
): Promise<Collection> {
  return changeMembers(client, change, `${path(id)}/assets`, { assetIds }, signal);
}

/** `PUT` / `DELETE /collections/{id}/models`: at most 49 ids; adding a member again is refused whole. */
export async function changeCollectionModels(
  client: ApiClient,
  change: MembershipChange,
  id: CollectionId,
  modelIds: readonly ModelId[],
  signal?: AbortSignal,
): Promise<Collection> {
  return changeMembers(client, change, `${path(id)}/models`, { modelIds }, signal);
}

async function changeMembers(
  client: ApiClient,
  change: MembershipChange,
  membersPath: string,
  body: object,
  signal: AbortSignal | undefined,
): Promise<Collection> {
  const method = change === 'add' ? 'put' : 'delete';
  const options = { method, json: body, ...(signal && { signal }) };
  return requestRecord(client, membersPath, options, collectionRecord);
}

function path(id: CollectionId): string {
  return `collections/${encodeURIComponent(id)}`;
}
