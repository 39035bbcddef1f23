import type { BrowserContext, Page } from '@playwright/test';

/** Every form in which a key could leave: itself, its secret, both as Basic, and all of it in a URL. */
export function formsOf({ key, secret }: { key: string; secret: string }): string[] {
  const forms = [key, secret, Buffer.from(`${key}:${secret}`).toString('base64')];
  return [...new Set([...forms, ...forms.map(encodeURIComponent)])];
}

export interface SentRequest {
  url: URL;
  authorization: string | undefined;
  /** Everything but that header: address, other headers, body. */
  rest: string;
}

/** Records every request of a context, those of workers and of tabs still to come included. */
export function recordRequests(context: BrowserContext): readonly SentRequest[] {
  const sent: SentRequest[] = [];
  context.on('request', (request) => {
    const { authorization, ...others } = request.headers();
    const rest = [request.url(), JSON.stringify(others), request.postData() ?? ''].join('\n');
    sent.push({ url: new URL(request.url()), authorization, rest });
  });
  return sent;
}

/** Where in the storage of the site one of the texts stands: "localStorage vitrine.keys". */
export async function findInStorage(page: Page, texts: readonly string[]): Promise<string[]> {
  return page.evaluate(async (wanted) => {
    const found: string[] = [];
    const look = (where: string, text: string) => {
      if (wanted.some((one) => text.includes(one))) found.push(where);
    };
    for (const [name, storage] of Object.entries({ localStorage, sessionStorage }))
      for (const [key, value] of Object.entries(storage)) look(`${name} ${key}`, `${key} ${String(value)}`);

    const bytes = new TextDecoder('latin1');
    const textOf = (_key: string, value: unknown) => {
      if (value instanceof ArrayBuffer) return bytes.decode(value);
      if (value instanceof Map) return [...value];
      return value instanceof Set ? [...value] : value;
    };
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(new Error(request.error?.message)));
      });
    for (const { name = '' } of await indexedDB.databases()) {
      // oxlint-disable-next-line no-await-in-loop
      const database = await settled(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        // oxlint-disable-next-line no-await-in-loop
        const records = await settled(database.transaction(store).objectStore(store).getAll());
        for (const record of records) look(`IndexedDB ${name} ${store}`, JSON.stringify(record, textOf));
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      // oxlint-disable-next-line no-await-in-loop
      const cache = await caches.open(name);
      // oxlint-disable-next-line no-await-in-loop
      for (const { url } of await cache.keys()) {
        // oxlint-disable-next-line no-await-in-loop
        look(`cache ${name} ${url}`, `${url} ${(await (await cache.match(url))?.text()) ?? ''}`);
      }
    }
    return [...new Set(found)];
  }, texts);
}
