import type * as zustand from 'zustand/vanilla';

type CreateStore = typeof zustand.createStore;
interface Resettable {
  getInitialState(): object;
  setState(state: object, replace: true): unknown;
}

/** Every store that was made in this worker. */
const stores = new Set<Resettable>();

/** `createStore` that remembers what it made, for `resetStores`. */
export function remembering(create: CreateStore): CreateStore {
  return ((initializer?: zustand.StateCreator<object>) => {
    if (!initializer) return remembering(create);
    const store = create(initializer);
    stores.add(store);
    return store;
  }) as CreateStore;
}

/** Every store as it was when it was made. */
export function resetStores(): void {
  for (const store of stores) store.setState(store.getInitialState(), true);
}
