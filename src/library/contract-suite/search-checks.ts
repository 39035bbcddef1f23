import { type SearchAssetsBody, searchAssetsResponseSchema } from '~/contract/search';
import type { Check } from './check';
import { holds, type Probe, same } from './probe';

const search = (probe: Probe, body: SearchAssetsBody) =>
  probe.read(searchAssetsResponseSchema, 'POST', 'search/assets', body);
const total = async (probe: Probe, filter: string, query = '') =>
  (await search(probe, { query, filter, page: 1, hitsPerPage: 1 })).totalHits;

export const searchChecks: readonly Check[] = [
  {
    name: 'a filter by collection finds its members with an exact total, page by page',
    async run(probe) {
      const { id } = await probe.collection();
      const ids = await probe.assets(5, [id]);
      const filter = `collectionIds = "${id}"`;
      const first = await search(probe, { filter, page: 1, hitsPerPage: 2, sortBy: ['createdAt:desc'] });
      same([first.totalHits, first.totalPages, first.hits.length], [5, 3, 2], 'totals');
      const last = await search(probe, { filter, page: 3, hitsPerPage: 2, sortBy: ['createdAt:desc'] });
      const middle = await search(probe, { filter, offset: 2, limit: 2, sortBy: ['createdAt:desc'] });
      const found = [...first.hits, ...middle.hits, ...last.hits].map((hit) => String(hit.id));
      same([...found].sort(), [...ids].sort(), 'all of them, by page and by offset');
      const [one, rest] = [
        await search(probe, { filter, page: 1, hitsPerPage: 2 }),
        await search(probe, { filter, offset: 2, limit: 3 }),
      ];
      const unordered = [...one.hits, ...rest.hits].map((hit) => String(hit.id));
      same([...unordered].sort(), [...ids].sort(), 'all of them, in no order that was asked for');
    },
  },
  {
    name: 'a hit is no asset: it has metadata and a team, and no kind, properties, status or source',
    async run(probe) {
      const { id } = await probe.collection();
      await probe.assets(1, [id]);
      const { hits } = await search(probe, { filter: `collectionIds = "${id}"` });
      const [hit] = hits;
      holds(typeof hit?.teamId === 'string' && typeof hit.metadata.kind === 'string', 'teamId and kind');
      const fields = Object.keys(hit ?? {});
      const absent = ['kind', 'properties', 'status', 'source', 'editCapabilities'];
      same(
        absent.filter((field) => fields.includes(field)),
        [],
        'fields',
      );
    },
  },
  {
    name: 'words are found by their beginning, without case and accents, all of them',
    async run(probe) {
      const { id } = await probe.collection();
      const [asset = ''] = await probe.assets(1, [id]);
      await probe.send('PUT', `assets/${asset}`, { name: 'Élan Vital 20240711' });
      await probe.send('PUT', `assets/${asset}/tags`, { add: ['Großstadt'], strict: false });
      const filter = `collectionIds = "${id}"`;
      for (const query of ['elan', 'ÉLA', 'vit el', '2024', 'GROßS', 'e']) {
        same(await total(probe, filter, query), 1, query);
      }
      for (const query of ['lan', 'elan nothing', 'elam']) same(await total(probe, filter, query), 0, query);
    },
  },
  {
    name: 'the filter grammar combines comparisons, IS EMPTY, AND, OR, NOT and parentheses',
    async run(probe) {
      const { id } = await probe.collection();
      const [tagged = ''] = await probe.assets(3, [id]);
      await probe.send('PUT', `assets/${tagged}/tags`, { add: ['a "quoted" tag'], strict: false });
      const inside = `collectionIds = "${id}"`;
      const counts: readonly (readonly [string, number])[] = [
        [inside, 3],
        [`${inside} AND kind = image`, 3],
        [`${inside} AND kind = 'video'`, 0],
        [`${inside} AND tags IS EMPTY`, 2],
        [`${inside} AND tags IS NOT EMPTY`, 1],
        [`${inside} AND tags = "a \\"quoted\\" tag"`, 1],
        [`${inside} AND NOT (tags = "a \\"quoted\\" tag" OR kind = "video")`, 2],
        [`${inside} AND kind != image`, 0],
        [`${inside} AND width >= 1 AND width < 100000`, 3],
        [`${inside} AND width > 100000`, 0],
        [`${inside} AND createdAt > "2020-01-01T00:00:00.000Z"`, 3],
        [`${inside} AND metadata.type CONTAINS "upload"`, 3],
        [`collectionIds IS EMPTY AND ${inside}`, 0],
      ];
      for (const [filter, count] of counts) same(await total(probe, filter), count, filter);
    },
  },
  {
    name: 'other filters, an empty body, unknown orders and too large pages are refused',
    async run(probe) {
      const filters = [
        'kind',
        'kind =',
        'kind = image AND',
        '(kind = image',
        'kind = image)',
        'kind = image tags = x',
        'tags IN ["a"]',
        'width 1 TO 5',
        'name ENDS WITH "x"',
        'kind CONTAINS image',
        'nothing = 1',
        'kind > image',
        'width = broad',
        'NOT',
      ];
      for (const filter of filters) await probe.refused(400, 'POST', 'search/assets', { filter });
      await probe.refused(400, 'POST', 'search/assets', {});
      await probe.refused(400, 'POST', 'search/assets', { query: '', sortBy: ['score:desc'] });
      await probe.refused(400, 'POST', 'search/assets', { query: '', limit: 101 });
      await probe.refused(400, 'POST', 'search/assets', { query: '', page: 1, offset: 0 });
    },
  },
  {
    name: 'hits are ordered by date, width and height',
    async run(probe) {
      const { id } = await probe.collection();
      await probe.assets(6, [id]);
      const filter = `collectionIds = "${id}"`;
      for (const field of ['width', 'height'] as const) {
        const up = await search(probe, { filter, sortBy: [`${field}:asc`] });
        const values = up.hits.map((hit) => hit.metadata[field] ?? 0);
        same(
          values,
          [...values].sort((a, b) => a - b),
          `${field}:asc`,
        );
      }
      const down = await search(probe, { filter, sortBy: ['createdAt:desc'] });
      const dates = down.hits.map((hit) => hit.createdAt);
      same(dates, [...dates].sort().reverse(), 'createdAt:desc');
    },
  },
];
