import {
  assetListSchema,
  assetPageSchema,
  assetResponseSchema,
  downloadResponseSchema,
  updateTagsResponseSchema,
} from '~/contract/asset';
import { tagPageSchema } from '~/contract/tag';
import type { Check } from './check';
import { holds, type Probe, same } from './probe';

async function walk(probe: Probe, query: string, onFirst?: () => Promise<void>): Promise<string[]> {
  const seen: string[] = [];
  for (let token = '', pages = 0; pages < 2000; pages += 1) {
    const path = `assets?${query}&paginationToken=${encodeURIComponent(token)}`;
    const page = await probe.read(assetPageSchema, 'GET', path);
    seen.push(...page.assets.map(({ id }) => id));
    if (pages === 0) await onFirst?.();
    token = page.nextPaginationToken ?? '';
    if (!token || page.assets.length === 0) break;
  }
  return seen;
}

export const assetChecks: readonly Check[] = [
  {
    name: 'an asset is renamed and described; its markup stays text',
    async run(probe) {
      const [id = ''] = await probe.assets(1);
      const body = { name: '<img src=x onerror=alert(1)>', description: 'Why' };
      const { asset } = await probe.read(assetResponseSchema, 'PUT', `assets/${id}`, body);
      same([asset.metadata.name, asset.description], [body.name, body.description], 'fields');
      await probe.refused(404, 'PUT', 'assets/nowhere', body);
      await probe.refused(400, 'PUT', `assets/${id}`, {});
    },
  },
  {
    name: 'an original is downloaded from the address that is named for it',
    async run(probe) {
      const [id = ''] = await probe.assets(1);
      const { url } = await probe.read(downloadResponseSchema, 'POST', `assets/${id}/download`, {});
      const [file, original] = await Promise.all([probe.raw(url), probe.raw((await probe.asset(id)).url)]);
      same(await file.text(), await original.text(), 'the same bytes');
      await probe.refused(404, 'POST', 'assets/nowhere/download', {});
      await probe.refused(400, 'POST', `assets/${id}/download`, { targetFormat: 'nonsense' });
    },
  },
  {
    name: 'pages of a collection hold every asset once, both ways, while others come and go',
    async run(probe) {
      const { id } = await probe.collection();
      const ids = await probe.assets(7, [id]);
      const query = `collectionId=${id}&sortBy=createdAt&pageSize=2`;
      const down = await walk(probe, `${query}&sortDirection=desc`);
      same([...down].sort(), [...ids].sort(), 'newest first');
      const up = await walk(probe, `${query}&sortDirection=asc`);
      same(up, down.toReversed(), 'oldest first');
      const [gone = ''] = down;
      const rest = await walk(probe, `${query}&sortDirection=desc`, async () => {
        await probe.send('DELETE', `collections/${id}/assets`, { assetIds: [gone] });
        await probe.assets(1, [id]);
      });
      same(rest, down, 'the same ones, although one left and one came in front');
    },
  },
  {
    name: 'a token goes with its own filters only; page sizes are 1 to 100',
    async run(probe) {
      const { id } = await probe.collection();
      await probe.assets(3, [id]);
      const page = await probe.read(assetPageSchema, 'GET', `assets?collectionId=${id}&pageSize=1`);
      const token = encodeURIComponent(page.nextPaginationToken ?? '');
      await probe.refused(400, 'GET', `assets?pageSize=1&paginationToken=${token}`);
      await probe.refused(400, 'GET', 'assets?paginationToken=garbage');
      await probe.refused(400, 'GET', 'assets?pageSize=0');
      await probe.refused(400, 'GET', 'assets?pageSize=101');
      const two = `assets?collectionId=${id}&pageSize=2&paginationToken=${token}`;
      same((await probe.read(assetPageSchema, 'GET', two)).assets.length, 2, 'another page size');
    },
  },
  {
    name: 'date bounds are exclusive and need their sortBy',
    async run(probe) {
      const { id } = await probe.collection();
      const [first = ''] = await probe.assets(1, [id]);
      const { createdAt } = await probe.asset(first);
      const at = encodeURIComponent(createdAt);
      const before = encodeURIComponent(new Date(Date.parse(createdAt) - 1).toISOString());
      const list = (bounds: string) =>
        probe.read(assetPageSchema, 'GET', `assets?collectionId=${id}&sortBy=createdAt&${bounds}`);
      same((await list(`createdAfter=${at}`)).assets.length, 0, 'after its own moment');
      same((await list(`createdBefore=${at}`)).assets.length, 0, 'before its own moment');
      same((await list(`createdAfter=${before}`)).assets.length, 1, 'after the moment before');
      await probe.refused(400, 'GET', `assets?createdAfter=${at}`);
      await probe.refused(400, 'GET', `assets?updatedBefore=${at}&sortBy=createdAt`);
      await probe.refused(400, 'GET', 'assets?sortBy=createdAt&createdAfter=yesterday');
    },
  },
  {
    name: 'type and types exclude each other; tags need privacy=public; filters combine',
    async run(probe) {
      const { id } = await probe.collection();
      const [asset = ''] = await probe.assets(1, [id]);
      const { metadata, authorId } = await probe.asset(asset);
      await probe.refused(400, 'GET', 'assets?type=uploaded&types=txt2img');
      await probe.refused(400, 'GET', 'assets?tags=hero');
      const both = `assets?collectionId=${id}&authorId=${authorId}&types=txt2img,${metadata.type}`;
      same((await probe.read(assetPageSchema, 'GET', both)).assets.length, 1, 'matching filters');
      const none = `assets?collectionId=${id}&modelId=nowhere`;
      same((await probe.read(assetPageSchema, 'GET', none)).assets.length, 0, 'a filter that leaves nothing');
    },
  },
  {
    name: 'tags are strict unless asked otherwise, and are counted',
    async run(probe) {
      const [id = ''] = await probe.assets(1);
      const tag = `check-${id}`;
      const put = (body: object) => probe.read(updateTagsResponseSchema, 'PUT', `assets/${id}/tags`, body);
      same(await put({ add: [tag] }), { added: [tag], deleted: [] }, 'added');
      await probe.refused(400, 'PUT', `assets/${id}/tags`, { add: [tag] });
      await probe.refused(400, 'PUT', `assets/${id}/tags`, { delete: ['absent'] });
      same(
        await put({ add: [tag], delete: ['absent'], strict: false }),
        { added: [], deleted: [] },
        'idempotent',
      );
      const count = await countOf(probe, tag);
      same(count, 1, 'count');
      same(await put({ delete: [tag] }), { added: [], deleted: [tag] }, 'deleted');
      same((await probe.asset(id)).tags, [], 'tags');
      same(await countOf(probe, tag), undefined, 'a tag nothing carries');
    },
  },
  {
    name: 'get-bulk leaves unknown ids out; 200 ids pass, 201 do not; 101 deletes do not',
    async run(probe) {
      const [a = '', b = ''] = await probe.assets(2);
      const filler = Array.from({ length: 198 }, (_, n) => `nowhere-${n}`);
      const body = { assetIds: [a, ...filler, b] };
      const { assets } = await probe.read(assetListSchema, 'POST', 'assets/get-bulk', body);
      same(
        assets.map(({ id }) => id),
        [a, b],
        'found',
      );
      await probe.refused(400, 'POST', 'assets/get-bulk', { assetIds: [...body.assetIds, 'one-more'] });
      await probe.refused(400, 'DELETE', 'assets', { assetIds: filler.slice(0, 101) });
      holds((await probe.asset(a)).id === a, 'nothing was deleted');
    },
  },
];

async function countOf(probe: Probe, tag: string): Promise<number | undefined> {
  for (let token = '', pages = 0; pages < 2000; pages += 1) {
    const path = `tags?pageSize=100&paginationToken=${encodeURIComponent(token)}`;
    const page = await probe.read(tagPageSchema, 'GET', path);
    const found = page.tags.find(({ tagName }) => tagName === tag);
    if (found) return found.itemCount;
    token = page.nextPaginationToken ?? '';
    if (!token) break;
  }
  return undefined;
}
