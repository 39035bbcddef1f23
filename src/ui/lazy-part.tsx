import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

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

interface LazyPart<Props> {
  (props: Props): ReactNode;
  /** Loads it beforehand. Never rejects: it is asked for again, and its failure shown, when it is drawn. */
  preload: () => Promise<void>;
}

/**
 * A component of a part of the app that is loaded when the component is first drawn; `fallback` stands there meanwhile.
 * Not `React.lazy`: React shows nothing new for 300 ms after a fallback, also where the part is loaded already.
 */
export function lazyPart<Name extends string, Props extends object>(
  load: () => Promise<Readonly<Record<Name, ComponentType<Props>>>>,
  name: Name,
  fallback: ReactNode = null,
): LazyPart<Props> {
  let Loaded: ComponentType<Props> | undefined;
  const get = async () => {
    Loaded ??= (await loadPart(load))[name];
  };

  function Part(props: Props) {
    const [isReady, setReady] = useState(Loaded !== undefined);
    const [failure, setFailure] = useState<{ error: unknown }>();
    useEffect(() => {
      if (!isReady)
        get().then(
          () => setReady(true),
          (error: unknown) => setFailure({ error }),
        );
    }, [isReady]);
    if (failure) throw failure.error;
    return isReady && Loaded ? <Loaded {...props} /> : fallback;
  }
  return Object.assign(Part, { preload: () => get().catch(() => undefined) });
}
