import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

/**
 * Loads a part of the app, as `import()` does. Off the network it waits until that is back: what is shown stays, and
 * the part comes late. Rejects where the file cannot be had although there is a network.
 */
export async function loadPart<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (navigator.onLine) throw error;
    await new Promise((resolve) => addEventListener('online', resolve, { once: true }));
    return loadPart(load);
  }
}

/** A component of a part of the app that is loaded when the component is first drawn. */
export function lazyPart<Name extends string, Props>(
  load: () => Promise<Readonly<Record<Name, ComponentType<Props>>>>,
  name: Name,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    const part = await loadPart(load);
    return { default: part[name] };
  });
}
