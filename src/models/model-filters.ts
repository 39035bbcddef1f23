import * as z from 'zod/mini';
import type { ModelSummary } from '~/api/model-summary';
import type { CollectionId } from '~/contract/ids';
import { modelIdSchema } from '~/contract/ids';

/** What is asked of a listing of models. Name and type are filtered here: the contract cannot. */
export interface ModelFilters {
  q?: string | undefined;
  type?: string | undefined;
}

const text = z.catch(z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(200))), undefined);

/** Search parameters of a place that shows models. */
export const modelSearch = {
  q: text,
  type: text,
  /** The model whose facts are open. */
  model: z.catch(z.optional(modelIdSchema), undefined),
};

/** Which models are read: all of a workspace, or those of a collection. */
export interface ModelScope {
  collectionId?: CollectionId | undefined;
}

/** Whether a model's name, description or tags hold every word that was typed, and it is of the type asked for. */
export function matchesModel(model: ModelSummary, { q, type }: ModelFilters): boolean {
  if (type !== undefined && model.type !== type) return false;
  const words = fold(q ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const hay = fold([model.name, model.description, ...model.tags].join(' '));
  return words.every((word) => hay.includes(word));
}

function fold(value: string): string {
  return value.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
