import * as z from 'zod/mini';
import type { ModelId } from '~/contract/ids';
import { type ListModelsQuery, type Model, modelResponseSchema, modelSchema } from '~/contract/model';
import type { ApiClient } from './client';
import { type ModelSummary, summarizeModel } from './model-summary';
import { type Page, readRecords, requestPage } from './page';
import { toSearchParams } from './search-params';

const modelRecords = { field: 'models', schema: modelSchema, summarize: summarizeModel };
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
  const { model } = await client.request(
    `models/${encodeURIComponent(id)}`,
    modelResponseSchema,
    signal && { signal },
  );
  return model;
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
  return readRecords(raw.models, modelSchema, summarizeModel);
}
