import type { CollectionId } from '~/contract/ids';
import type { Batch } from './batch';
import type { Change } from './change';

/** Ids of the assets and models a settled batch dealt with and of those that failed; a selection keeps the latter. */
export function outcomeOf({ done, failures }: Batch): { dealtWith: Set<string>; failed: Set<string> } {
  const failed = new Set(failures.flatMap(({ change }) => idsOf(change)));
  const dealtWith = new Set(done.flatMap(idsOf).filter((id) => !failed.has(id)));
  return { dealtWith, failed };
}

/** Id of the collection a batch has made; undefined where it made none. */
export function createdCollectionId({ done }: Batch): CollectionId | undefined {
  const change = done.find(({ kind }) => kind === 'create');
  return change?.kind === 'create' ? change.collection.id : undefined;
}

function idsOf(change: Change): string[] {
  const assets = 'assets' in change ? change.assets : [];
  const models = 'models' in change ? change.models : [];
  return [...assets, ...models].map(({ id }) => id);
}
