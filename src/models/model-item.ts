import type { ModelSummary } from '~/api/model-summary';
import type { Page } from '~/api/page';
import { matchesModel, type ModelFilters } from './model-filters';

/** A model as the grid wants it: cards are square, so it needs no pixels. */
export interface ModelItem extends ModelSummary {
  readonly width: number;
  readonly height: number;
}

const items = new WeakMap<ModelSummary, ModelItem>();

/** The same item for the same model each time, so that unchanged cards are not drawn again. */
function modelItem(model: ModelSummary): ModelItem {
  const known = items.get(model);
  if (known) return known;
  const made = { ...model, width: 0, height: 0 };
  items.set(model, made);
  return made;
}

/** Pages with what the filters let through. */
export function filteredModelPages(
  pages: readonly Page<ModelSummary>[],
  filters: ModelFilters,
): Page<ModelItem>[] {
  return pages.map((page) => ({
    ...page,
    items: page.items.filter((model) => matchesModel(model, filters)).map(modelItem),
  }));
}

/** The types among these models, for the filter. */
export function modelTypes(pages: readonly Page<ModelSummary>[]): string[] {
  const types = new Set(pages.flatMap((page) => page.items.map((model) => model.type)));
  // Models that say none are found under every type.
  types.delete('');
  return [...types].sort();
}
