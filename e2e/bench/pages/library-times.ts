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

function middle(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
