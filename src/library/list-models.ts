import type * as z from 'zod/mini';
import { LIMITS } from '~/contract/limits';
import type { listModelsQuerySchema } from '~/contract/model';
import { decodeCursor, encodeCursor } from './cursor';
import { listPage } from './list-page';
import type { ModelRecord } from './model-record';
import type { ReadTransaction } from './storage';

type Query = z.output<typeof listModelsQuerySchema>;

/** One page of `GET /models`: private ones by creation, public ones by score, unless asked otherwise. */
export async function listModels(
  tx: ReadTransaction,
  query: Query,
): Promise<{ records: ModelRecord[]; token: string | undefined }> {
  const isPublic = query.privacy === 'public';
  const scope = isPublic ? 'public' : 'own';
  const sortBy = query.sortBy ?? (isPublic ? 'score' : 'createdAt');
  const collections = listOf(query.collectionIds ?? query.collectionId);
  const tags = listOf(query.tags);
  const types = listOf(query.types ?? query.type);
  const listings = (collections?.map((id) => `c/${id}`) ?? tags?.map((tag) => `g/${tag}`))?.map(
    (facet) => `${scope}/${facet}`,
  );
  const index = { createdAt: 'byCreated', updatedAt: 'byUpdated', score: 'byScore' } as const;
  const privacy = query.privacy ?? 'private';
  const { records, end } = await listPage(tx, {
    table: 'models',
    index: index[sortBy],
    keysOf: (record) => record[index[sortBy]],
    listings: listings ?? [scope],
    direction: query.sortDirection ?? 'desc',
    limit: query.pageSize ?? LIMITS.modelsPage.default,
    after: decodeCursor(query.paginationToken, query),
    above: milliseconds(query.createdAfter ?? query.updatedAfter),
    below: milliseconds(query.createdBefore ?? query.updatedBefore),
    accept: ({ model }) =>
      model.privacy === privacy &&
      (!tags || model.tags.some((tag) => tags.includes(tag))) &&
      (!types || types.includes(model.type)) &&
      (!query.status || STATUSES[query.status].includes(model.status)),
  });
  return { records, token: end && encodeCursor(end, query) };
}

/** The filter's words cover several states of a record. */
const STATUSES: Readonly<Record<NonNullable<Query['status']>, readonly string[]>> = {
  new: ['new'],
  training: ['training', 'copying'],
  trained: ['trained'],
  failed: ['failed', 'training-canceled'],
  deleted: [],
};

function listOf(text: string | undefined): string[] | undefined {
  const values = text?.split(',').filter((value) => value !== '');
  return values && [...new Set(values)];
}

function milliseconds(date: string | undefined): number | undefined {
  return date === undefined ? undefined : Date.parse(date);
}
