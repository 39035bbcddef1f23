import * as z from 'zod/mini';
import type { ModelId } from '~/contract/ids';
import type { ListModelsQuery, Model } from '~/contract/model';
import type { ApiClient } from './client';
import { type ModelSummary, readModelSummary } from './model-summary';
import { type Page, readRecords, requestPage, requestRecord } from './page';
import { readModel } from './read-model';
import { toSearchParams } from './search-params';

const modelRecords = { field: 'models', read: readModelSummary };
const bulkSchema = z.looseObject({ models: z.array(z.unknown()) });

/** `GET /models`: at most 500 a page; `privacy` defaults to private on the service. */
export async function listModels(
  client: ApiClient,
  query: ListModelsQuery,
  signal: AbortSignal,
): Promise<Page<ModelSummary>> {
  return requestPage(client, 'models', { searchParams: toSearchParams(query), signal }, modelRecords);
}

/** `GET /models/{id}`: the whole record. */
export async function getModel(client: ApiClient, id: ModelId, signal?: AbortSignal): Promise<Model> {
  const path = `models/${encodeURIComponent(id)}`;
  return requestRecord(client, path, signal && { signal }, { field: 'model', read: readModel });
}

/** `POST /models/get-bulk`: at most 200 ids; unknown ones are absent from the answer. */
export async function getModelsInBulk(
  client: ApiClient,
  modelIds: readonly ModelId[],
  signal?: AbortSignal,
): Promise<ModelSummary[]> {
  const raw = await client.request('models/get-bulk', bulkSchema, {
    method: 'post',
    json: { modelIds },
    ...(signal && { signal }),
  });
  return readRecords(raw.models, readModelSummary);
}
