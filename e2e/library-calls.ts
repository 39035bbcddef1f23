import type { Page } from '@playwright/test';

interface Call {
  readonly path: string;
  readonly method?: string;
  readonly json?: unknown;
}

/** Asks the built-in library from the page, as any program on that page could: to prepare a state, or to look behind the view. */
export async function callLibrary<T>(page: Page, { path, method = 'GET', json }: Call): Promise<T> {
  const base = new URL(libraryBase(page)).href;
  return page.evaluate(
    async ({ url, method, json }) => {
      const response = await fetch(url, {
        method,
        ...(json !== undefined && {
          body: JSON.stringify(json),
          headers: { 'content-type': 'application/json' },
        }),
      });
      if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${await response.text()}`);
      return (await response.json()) as unknown;
    },
    { url: `${base}/${path}`, method, json },
  ) as Promise<T>;
}

/** `{origin}{base}~library/v1`, the base being what stands before `/local` in the address. */
function libraryBase(page: Page): string {
  const { origin, pathname } = new URL(page.url());
  const base = /^(.*?\/)(?:local|settings)(?:\/|$)/.exec(pathname)?.[1] ?? pathname;
  return `${origin}${base}~library/v1`;
}

interface CollectionRecord {
  readonly id: string;
  readonly name: string;
  readonly assetCount: number;
}

export async function createCollection(page: Page, name: string): Promise<CollectionRecord> {
  const { collection } = await callLibrary<{ collection: CollectionRecord }>(page, {
    path: 'collections',
    method: 'POST',
    json: { name },
  });
  return collection;
}
