import { openGrid, type SizedBench, sizeText } from '../bench-context';
import type { Budget } from '../measure';

const PAGE = '?pageSize=100&sortBy=createdAt&sortDirection=desc';
const SEARCHES: Readonly<Record<string, object>> = {
  'search: one word': { query: 'harbour' },
  'search: beginning of a word': { query: 'har' },
  'search: two words': { query: 'red fox' },
  'search: one letter': { query: 'h' },
  'sort by width': { query: '', sortBy: ['width:desc'] },
  'in no collection': { query: '', filter: 'collectionIds IS EMPTY', sortBy: ['createdAt:desc'] },
  'name IS EMPTY': { query: '', filter: 'name IS EMPTY' },
  'width above': { query: '', filter: 'width > 2000', sortBy: ['createdAt:desc'] },
  'search from half-way': { query: '', sortBy: ['createdAt:desc'], offset: -1 },
};

/** Times of the library's answers as the page gets them: through the worker, as JSON. */
export async function measureLibrary(bench: SizedBench): Promise<void> {
  const { figures, assets, options } = bench;
  const subject = sizeText(assets);
  const page = await openGrid(bench);
  const pages = await page.evaluate(
    (query) => globalThis.probe.walk(`/~library/v1/assets${query}`, 30),
    PAGE,
  );
  const smallest = figures.medianOf('page of 100', sizeText(options.sizes[0] ?? assets));
  const most = smallest !== undefined && assets !== options.sizes[0] ? { most: 1.3 * smallest } : undefined;
  figures.note('page of 100', subject, 'ms', pages, most);
  for (const [name, search] of Object.entries(SEARCHES)) {
    const offset = 'offset' in search ? { offset: Math.floor(assets / 2) } : {};
    const body = JSON.stringify({ limit: 100, offset: 0, ...search, ...offset });
    const times = await page.evaluate(
      (text) => globalThis.probe.post('/~library/v1/search/assets', text, 7),
      body,
    );
    const budget: Budget = { most: 150 };
    figures.note(name, subject, 'ms', times, budget);
  }
  await page.close();
}
