import type { FetchNextPageOptions, InfiniteData } from '@tanstack/react-query';
import { Gathered } from '~/assets/selection/gathered';
import type { ModelFilters } from './model-filters';
import { filteredModelPages, type ModelItem } from './model-item';
import type { ModelPage } from './model-queries';

interface ReadMatchingModelsOptions {
  fetchNextPage: (
    options: FetchNextPageOptions,
  ) => Promise<{ data: InfiniteData<ModelPage> | undefined; hasNextPage: boolean }>;
  filters: ModelFilters;
  signal: AbortSignal;
  /** How many have been read so far. */
  onProgress: (done: number) => void;
}

/** Every model that matches: the listing is read to its end, for name and type are filtered here. */
export async function readMatchingModels(options: ReadMatchingModelsOptions): Promise<Gathered<ModelItem>> {
  const { fetchNextPage, filters, signal, onProgress } = options;
  let found: ModelItem[] = [];
  for (let isOpen = true; isOpen; ) {
    signal.throwIfAborted();
    // oxlint-disable-next-line no-await-in-loop -- each page comes after the one before it
    const { data, hasNextPage } = await fetchNextPage({ cancelRefetch: false, throwOnError: true });
    isOpen = hasNextPage;
    found = filteredModelPages(data?.pages ?? [], filters).flatMap(({ items }) => items);
    onProgress(found.length);
  }
  return Gathered.of(found);
}
