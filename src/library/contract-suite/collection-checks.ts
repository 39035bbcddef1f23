import { collectionPageSchema, collectionResponseSchema } from '~/contract/collection';
import type { Check } from './check';
import { holds, type Probe, same } from './probe';

const record = (probe: Probe, id: string) =>
  probe.read(collectionResponseSchema, 'GET', `collections/${id}`).then(({ collection }) => collection);

export const collectionChecks: readonly Check[] = [
  {
    name: 'a new collection is empty, is found by its id, and its name is trimmed',
    async run(probe) {
      const made = await probe.collection('  A name <b>with</b> markup ');
      same(made.name, 'A name <b>with</b> markup', 'name');
      same([made.assetCount, made.modelCount, made.itemCount], [0, 0, 0], 'counts');
      same(await record(probe, made.id), made, 'the stored record');
    },
  },
  {
    name: 'names of 0 and of 201 characters are refused',
    async run(probe) {
      await probe.refused(400, 'POST', 'collections', { name: '   ' });
      await probe.refused(400, 'POST', 'collections', { name: 'x'.repeat(201) });
      await probe.refused(400, 'POST', 'collections', {});
      await probe.refused(400, 'POST', 'collections', '{"name":');
      const { name } = await probe.collection('x'.repeat(200));
      same(name.length, 200, 'length');
    },
  },
  {
    name: 'a collection is renamed; an empty change and an unknown id are refused',
    async run(probe) {
      const { id } = await probe.collection();
      const answer = await probe.read(collectionResponseSchema, 'PUT', `collections/${id}`, {
        name: 'Renamed',
      });
      same(answer.collection.name, 'Renamed', 'name');
      await probe.refused(400, 'PUT', `collections/${id}`, {});
      await probe.refused(404, 'PUT', 'collections/nowhere', { name: 'x' });
      await probe.refused(404, 'GET', 'collections/nowhere');
      await probe.refused(404, 'DELETE', 'collections/nowhere');
    },
  },
  {
    name: 'a thumbnail is set and unset, and stays when its asset leaves the collection',
    async run(probe) {
      const { id } = await probe.collection();
      const [asset = ''] = await probe.assets(1, [id]);
      await probe.refused(404, 'PUT', `collections/${id}`, { thumbnail: 'nowhere' });
      const set = await probe.read(collectionResponseSchema, 'PUT', `collections/${id}`, {
        thumbnail: asset,
      });
      same(set.collection.thumbnail?.assetId, asset, 'thumbnail');
      const picture = await probe.raw(set.collection.thumbnail?.url ?? '');
      same(picture.status, 200, 'its address');
      await picture.arrayBuffer();
      await probe.send('DELETE', `collections/${id}/assets`, { assetIds: [asset] });
      same((await record(probe, id)).thumbnail?.assetId, asset, 'thumbnail of a former member');
      await probe.send('PUT', `collections/${id}`, { thumbnail: null });
      same((await record(probe, id)).thumbnail, undefined, 'unset thumbnail');
    },
  },
  {
    name: 'a deleted asset leaves every collection and is nobody’s thumbnail',
    async run(probe) {
      const { id } = await probe.collection();
      const [asset = '', other = ''] = await probe.assets(2, [id]);
      await probe.send('PUT', `collections/${id}`, { thumbnail: asset });
      await probe.refused(404, 'DELETE', 'assets', { assetIds: [asset, 'nowhere'] });
      same((await record(probe, id)).assetCount, 2, 'count after a refused delete');
      same((await probe.send('DELETE', 'assets', { assetIds: [asset] })).status, 200, 'delete');
      const after = await record(probe, id);
      same([after.assetCount, after.thumbnail], [1, undefined], 'count and thumbnail');
      await probe.refused(404, 'GET', `assets/${asset}`);
      same((await probe.asset(other)).collectionIds, [id], 'the other one');
    },
  },
  {
    name: 'deleting a collection keeps its assets, which forget it',
    async run(probe) {
      const { id } = await probe.collection();
      const [asset = ''] = await probe.assets(1, [id]);
      same((await probe.asset(asset)).collectionIds, [id], 'before');
      same((await probe.send('DELETE', `collections/${id}`)).status, 200, 'delete');
      await probe.refused(404, 'GET', `collections/${id}`);
      same((await probe.asset(asset)).collectionIds, [], 'after');
    },
  },
  {
    name: 'collections are paged: 10 by default, 1 to 100, each once, while others come and go',
    async run(probe) {
      const ids: string[] = [];
      for (let n = 0; n < 13; n += 1) ids.push((await probe.collection(`Page ${n}`)).id);
      const first = await probe.read(collectionPageSchema, 'GET', 'collections');
      same(first.collections.length, 10, 'default page');
      await probe.refused(400, 'GET', 'collections?pageSize=0');
      await probe.refused(400, 'GET', 'collections?pageSize=101');
      await probe.refused(400, 'GET', 'collections?paginationToken=garbage');
      const seen: string[] = [];
      let token: string | undefined = '';
      for (let pages = 0; token !== undefined && pages < 500; pages += 1) {
        const path = `collections?pageSize=4&paginationToken=${encodeURIComponent(token)}`;
        const page: typeof first = await probe.read(collectionPageSchema, 'GET', path);
        seen.push(...page.collections.map(({ id }) => id));
        token = page.collections.length > 0 ? page.nextPaginationToken || undefined : undefined;
        if (pages === 0) {
          await probe.send('DELETE', `collections/${seen[0]}`);
          await probe.collection('Came in between');
        }
      }
      same(seen.length, new Set(seen).size, 'no repeats');
      holds(
        ids.every((id) => seen.includes(id)),
        'no gaps',
      );
    },
  },
];
