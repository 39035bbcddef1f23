import { assetResponseSchema } from '~/contract/asset';
import { collectionResponseSchema } from '~/contract/collection';
import { LIMITS } from '~/contract/limits';
import { uploadResponseSchema } from '~/contract/upload';
import type { Check } from './check';
import { holds, same } from './probe';
import { tinyPng } from './tiny-png';

export const uploadChecks: readonly Check[] = [
  {
    name: 'a file in parts becomes an asset with its type, pixels, bytes and collection',
    async run(probe) {
      const { id } = await probe.collection();
      const bytes = tinyPng(6, 4, `parts ${Math.random()}`);
      const options = { fileName: 'six by four.txt', collectionIds: [id], parts: 3 };
      const upload = await probe.upload(bytes, options);
      same(upload.status, 'imported', `status (${upload.errorMessage ?? ''})`);
      const asset = await probe.asset(upload.entityId ?? '');
      same([asset.kind, asset.mimeType], ['image', 'image/png'], 'told by the bytes');
      same([asset.properties.width, asset.properties.height], [6, 4], 'pixels');
      same([asset.properties.size, asset.collectionIds], [bytes.byteLength, [id]], 'size and collection');
      const original = await probe.raw(asset.url);
      const received = new Uint8Array(await original.arrayBuffer());
      same([...received], [...bytes], 'bytes');
      same((await probe.raw(asset.thumbnail?.url ?? '')).status, 200, 'thumbnail');
    },
  },
  {
    name: 'the same bytes are linked to the asset that has them, and join the collection',
    async run(probe) {
      const bytes = tinyPng(3, 3, `twice ${Math.random()}`);
      const first = await probe.upload(bytes, { fileName: 'first.png' });
      const { id } = await probe.collection();
      const second = await probe.upload(bytes, { fileName: 'second.png', collectionIds: [id] });
      same(second.entityId, first.entityId, 'entityId');
      const { collection } = await probe.read(collectionResponseSchema, 'GET', `collections/${id}`);
      same(collection.assetCount, 1, 'count');
      const third = await probe.upload(bytes, { fileName: 'third.png', collectionIds: [id] });
      same(third.status, 'imported', 'a member already');
    },
  },
  {
    name: 'an empty file and one of no known kind fail with a message',
    async run(probe) {
      const empty = await probe.upload(new Uint8Array(), { fileName: 'empty.png' });
      same(empty.status, 'failed', 'empty');
      holds(Boolean(empty.errorMessage), 'a message');
      const broken = await probe.upload(Uint8Array.of(0, 255, 1, 254, 0), { fileName: 'broken.png' });
      same(broken.status, 'failed', 'broken');
    },
  },
  {
    name: 'a picture in one request becomes an asset with its type, pixels, bytes and collection',
    async run(probe) {
      const { id } = await probe.collection();
      const bytes = tinyPng(5, 4, `whole ${Math.random()}`);
      const body = { name: 'five by four', image: base64Of(bytes), collectionIds: [id] };
      const { asset } = await probe.read(assetResponseSchema, 'POST', 'assets', body);
      same(
        [asset.kind, asset.mimeType, asset.metadata.name],
        ['image', 'image/png', 'five by four'],
        'what it is',
      );
      same([asset.properties.width, asset.properties.height], [5, 4], 'pixels');
      same([asset.properties.size, asset.collectionIds], [bytes.byteLength, [id]], 'size and collection');
      const original = await probe.raw(asset.url);
      same([...new Uint8Array(await original.arrayBuffer())], [...bytes], 'bytes');
      same((await probe.raw(asset.thumbnail?.url ?? '')).status, 200, 'thumbnail');
      const again = { name: 'again', image: `data:image/png;base64,${base64Of(bytes)}` };
      const linked = await probe.read(assetResponseSchema, 'POST', 'assets', again);
      same([linked.asset.id, linked.asset.createdAt], [asset.id, asset.createdAt], 'the same bytes');
    },
  },
  {
    name: 'what is no picture, no base64, too large or for an unknown collection is refused in one request too',
    async run(probe) {
      const image = base64Of(tinyPng(2, 2, `refused ${Math.random()}`));
      const noise = base64Of(Uint8Array.of(0, 255, 1, 254, 0));
      await probe.refused(400, 'POST', 'assets', { name: 'noise.png', image: noise });
      await probe.refused(400, 'POST', 'assets', { name: 'text.png', image: 'not base64!' });
      await probe.refused(400, 'POST', 'assets', { name: 'empty.png', image: '' });
      await probe.refused(400, 'POST', 'assets', { image });
      await probe.refused(404, 'POST', 'assets', { name: 'a.png', image, collectionIds: ['none'] });
      const large = 'A'.repeat((LIMITS.wholeAssetBytes / 3) * 4);
      await probe.refused(413, 'POST', 'assets', { name: 'large.png', image: large });
    },
  },
  {
    name: 'an upload with missing or wrong parts is not complete; unknown ones are 404',
    async run(probe) {
      const body = { kind: 'asset', fileName: 'a.png', fileSize: 4, contentType: 'image/png', parts: 2 };
      const { upload } = await probe.read(uploadResponseSchema, 'POST', 'uploads', body);
      same([upload.status, upload.parts?.length], ['pending', 2], 'a new upload');
      const complete = { action: 'complete' };
      await probe.refused(400, 'POST', `uploads/${upload.id}/action`, complete);
      for (const { url } of upload.parts ?? []) {
        await probe.raw(url, { method: 'PUT', body: new Uint8Array(1) });
      }
      await probe.refused(400, 'POST', `uploads/${upload.id}/action`, complete);
      await probe.refused(400, 'POST', `uploads/${upload.id}/action`, { action: 'stop' });
      await probe.refused(404, 'GET', 'uploads/nowhere');
      await probe.refused(404, 'POST', 'uploads/nowhere/action', complete);
      await probe.refused(400, 'POST', 'uploads', { ...body, parts: 0 });
      const elsewhere = { ...body, assetOptions: { collectionIds: ['nowhere'] } };
      await probe.refused(404, 'POST', 'uploads', elsewhere);
    },
  },
];

function base64Of(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
