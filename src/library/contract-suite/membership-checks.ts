import { assetPageSchema } from '~/contract/asset';
import { collectionResponseSchema } from '~/contract/collection';
import { modelListSchema, modelPageSchema } from '~/contract/model';
import type { Check } from './check';
import { holds, type Probe, same } from './probe';

const change = (probe: Probe, method: 'PUT' | 'DELETE', id: string, assetIds: readonly string[]) =>
  probe.read(collectionResponseSchema, method, `collections/${id}/assets`, { assetIds });
const record = (probe: Probe, id: string) =>
  probe.read(collectionResponseSchema, 'GET', `collections/${id}`).then(({ collection }) => collection);

export const membershipChecks: readonly Check[] = [
  {
    name: 'assets are added and removed; counts, the listing and collectionIds agree',
    async run(probe) {
      const { id, updatedAt } = await probe.collection();
      const [a = '', b = '', c = ''] = await probe.assets(3);
      const added = await change(probe, 'PUT', id, [a, b, c]);
      same([added.collection.assetCount, added.collection.itemCount], [3, 3], 'counts after adding');
      holds(added.collection.updatedAt >= updatedAt, 'the collection is updated');
      const page = await probe.read(assetPageSchema, 'GET', `assets?collectionId=${id}`);
      same(page.assets.map((asset) => asset.id).sort(), [a, b, c].sort(), 'listing');
      const removed = await change(probe, 'DELETE', id, [b]);
      same(removed.collection.assetCount, 2, 'count after removing');
      same((await probe.asset(b)).collectionIds, [], 'the removed asset');
    },
  },
  {
    name: 'adding a member again is refused whole and changes nothing',
    async run(probe) {
      const { id } = await probe.collection();
      const [a = '', b = ''] = await probe.assets(2);
      await change(probe, 'PUT', id, [a]);
      const before = await record(probe, id);
      await probe.refused(400, 'PUT', `collections/${id}/assets`, { assetIds: [b, a] });
      await probe.refused(400, 'PUT', `collections/${id}/assets`, { assetIds: [b, b] });
      same(await record(probe, id), before, 'the collection');
      same((await probe.asset(b)).collectionIds, [], 'the other asset');
    },
  },
  {
    name: 'one unknown id refuses all; 49 ids pass the limit, 50 and none do not',
    async run(probe) {
      const { id } = await probe.collection();
      const [a = ''] = await probe.assets(1);
      const path = `collections/${id}/assets`;
      await probe.refused(404, 'PUT', path, { assetIds: [a, 'nowhere'] });
      await probe.refused(404, 'DELETE', path, { assetIds: [a, 'nowhere'] });
      await probe.refused(404, 'PUT', 'collections/nowhere/assets', { assetIds: [a] });
      const unknown = Array.from({ length: 50 }, (_, n) => `nowhere-${n}`);
      await probe.refused(400, 'PUT', path, { assetIds: unknown });
      await probe.refused(404, 'PUT', path, { assetIds: unknown.slice(1) });
      await probe.refused(400, 'PUT', path, { assetIds: [] });
      await probe.refused(400, 'PUT', path, { assetIds: [1] });
      same((await record(probe, id)).assetCount, 0, 'count');
    },
  },
  {
    name: 'another team’s public asset is seen with privacy=public, and refused with 403',
    async run(probe) {
      const { id, ownerId } = await probe.collection();
      const page = await probe.read(assetPageSchema, 'GET', 'assets?privacy=public&pageSize=100');
      const foreign = page.assets.find((asset) => asset.ownerId !== ownerId);
      if (!foreign) return;
      const [own = ''] = await probe.assets(1);
      await probe.refused(403, 'PUT', `collections/${id}/assets`, { assetIds: [own, foreign.id] });
      same((await record(probe, id)).assetCount, 0, 'count');
      await probe.refused(403, 'DELETE', 'assets', { assetIds: [foreign.id] });
      await probe.refused(403, 'PUT', `assets/${foreign.id}`, { name: 'Mine' });
      const own100 = await probe.read(assetPageSchema, 'GET', 'assets?pageSize=100');
      holds(
        own100.assets.every((asset) => asset.ownerId === ownerId),
        'own listing holds own assets',
      );
    },
  },
  {
    name: 'models are added, listed by collection, removed, and refused a second time',
    async run(probe) {
      const { models } = await probe.read(modelPageSchema, 'GET', 'models?pageSize=2');
      const [model] = models;
      if (!model) return;
      const { id } = await probe.collection();
      const body = { modelIds: [model.id] };
      const added = await probe.read(collectionResponseSchema, 'PUT', `collections/${id}/models`, body);
      same([added.collection.modelCount, added.collection.itemCount], [1, 1], 'counts');
      await probe.refused(400, 'PUT', `collections/${id}/models`, body);
      await probe.refused(404, 'PUT', `collections/${id}/models`, { modelIds: ['nowhere'] });
      const listed = await probe.read(modelPageSchema, 'GET', `models?collectionId=${id}`);
      same(
        listed.models.map((each) => each.id),
        [model.id],
        'listing',
      );
      const bulk = await probe.read(modelListSchema, 'POST', 'models/get-bulk', {
        modelIds: [model.id, 'nowhere'],
      });
      holds(bulk.models.length === 1 && bulk.models[0]?.collectionIds.includes(id) === true, 'get-bulk');
      const removed = await probe.read(collectionResponseSchema, 'DELETE', `collections/${id}/models`, body);
      same(removed.collection.itemCount, 0, 'count after removing');
    },
  },
];
