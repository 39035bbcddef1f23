/** Follows the tokens of a listing; median milliseconds of a page, read and parsed, without the first. */
export async function walk(url: string, pages: number): Promise<number> {
  const times: number[] = [];
  let token: string | undefined;
  for (let page = 0; page <= pages; page += 1) {
    const start = performance.now();
    const response = await fetch(token ? `${url}&paginationToken=${encodeURIComponent(token)}` : url);
    const body = (await response.json()) as { nextPaginationToken?: string };
    if (page > 0) times.push(performance.now() - start);
    token = body.nextPaginationToken;
    if (!token) break;
  }
  return middle(times);
}

/** Median milliseconds of an answer, read and parsed, without the first. */
export async function post(url: string, body: string, times: number): Promise<number> {
  const taken: number[] = [];
  for (let time = 0; time <= times; time += 1) {
    const start = performance.now();
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    });
    if (!response.ok) throw new Error(await response.text());
    await response.json();
    if (time > 0) taken.push(performance.now() - start);
  }
  return middle(taken);
}

/** Adds to a new collection by bare requests, one after the other; milliseconds of all, each answer read and parsed. */
export async function addBare(base: string, ids: readonly string[], size: number): Promise<number> {
  const send = async (method: string, path: string, body: object): Promise<unknown> => {
    const response = await fetch(base + path, {
      method,
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  };
  const made = (await send('POST', '/collections', { name: 'Bench bare' })) as { collection: { id: string } };
  const begin = performance.now();
  for (let from = 0; from < ids.length; from += size)
    await send('PUT', `/collections/${made.collection.id}/assets`, {
      assetIds: ids.slice(from, from + size),
    });
  return performance.now() - begin;
}

function middle(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
