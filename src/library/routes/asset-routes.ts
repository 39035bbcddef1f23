import { Hono } from 'hono/tiny';
import {
  bulkAssetsBodySchema,
  deleteAssetsBodySchema,
  downloadBodySchema,
  listAssetsQuerySchema,
  updateAssetBodySchema,
  updateTagsBodySchema,
} from '~/contract/asset';
import { assetIdSchema } from '~/contract/ids';
import { addressesFor } from '../addresses';
import { AssetChanges } from '../asset-changes';
import { type AssetRecord, isOwn } from '../asset-record';
import { isPublicCaller } from '../authorize';
import { changeTags } from '../change-tags';
import { deleteAssets } from '../delete-assets';
import type { LibraryContext } from '../library-context';
import { badRequest, forbidden, notFound } from '../library-error';
import { listAssets } from '../list-assets';
import { parseBody, parseQuery } from '../parse-input';
import { presentAsset } from '../present';
import type { ReadTransaction } from '../storage';
import { ASSET_TABLES } from '../tables';

/** `/assets`: listing, reading, naming, tagging, deleting. */
export function assetRoutes({ storage, mount, now }: LibraryContext): Hono {
  const app = new Hono();

  app.get('/assets', async (c) => {
    const query = parseQuery(c.req.url, listAssetsQuerySchema);
    if (isPublicCaller(c.req.raw)) query.privacy = 'public';
    const { records, token } = await storage.read(['assets'], (tx) => listAssets(tx, query));
    const addresses = addressesFor(c.req.url, mount);
    return Response.json({
      assets: records.map((record) => presentAsset(record, addresses)),
      ...(token && { nextPaginationToken: token }),
    });
  });

  app.get('/assets/:id', async (c) => {
    const id = c.req.param('id');
    const record = await storage.read(['assets'], (tx) => tx.get('assets', id));
    const hidden = isPublicCaller(c.req.raw) && record?.asset.privacy !== 'public';
    if (!record || hidden) throw notFound('Asset', id);
    return Response.json({ asset: presentAsset(record, addressesFor(c.req.url, mount)) });
  });

  app.put('/assets/:id', async (c) => {
    const body = await parseBody(c.req.raw, updateAssetBodySchema);
    const record = await storage.write(ASSET_TABLES, async (tx) => {
      const before = await requireOwnAsset(tx, c.req.param('id'));
      const { asset } = before;
      const changes = new AssetChanges(tx);
      const after = changes.update(before, {
        ...asset,
        updatedAt: now(),
        metadata: { ...asset.metadata, ...(body.name !== undefined && { name: body.name }) },
        ...(body.description !== undefined && { description: body.description }),
      });
      await changes.flush(now());
      return after;
    });
    return Response.json({ asset: presentAsset(record, addressesFor(c.req.url, mount)) });
  });

  app.put('/assets/:id/tags', async (c) => {
    const body = await parseBody(c.req.raw, updateTagsBodySchema);
    const answer = await storage.write(ASSET_TABLES, async (tx) => {
      const before = await requireOwnAsset(tx, c.req.param('id'));
      const { tags, added, deleted } = changeTags(before.asset.tags, body);
      if (added.length + deleted.length > 0) {
        const changes = new AssetChanges(tx);
        changes.update(before, { ...before.asset, tags, updatedAt: now() });
        await changes.flush(now());
      }
      return { added, deleted };
    });
    return Response.json(answer);
  });

  app.post('/assets/:id/download', async (c) => {
    const { targetFormat } = await parseBody(c.req.raw, downloadBodySchema);
    if (targetFormat !== undefined) throw badRequest('Invalid target format: the library converts nothing');
    const id = c.req.param('id');
    const record = await storage.read(['assets'], (tx) => tx.get('assets', id));
    if (!record) throw notFound('Asset', id);
    const name = encodeURIComponent(record.asset.metadata.name ?? id);
    return Response.json({ url: `${addressesFor(c.req.url, mount).original(id)}?download=${name}` });
  });

  app.delete('/assets', async (c) => {
    const { assetIds } = await parseBody(c.req.raw, deleteAssetsBodySchema);
    await storage.write([...ASSET_TABLES, 'chunks', 'thumbnails'], (tx) => deleteAssets(tx, assetIds, now()));
    return Response.json({});
  });

  app.post('/assets/get-bulk', async (c) => {
    const { assetIds } = await parseBody(c.req.raw, bulkAssetsBodySchema);
    const found = await storage.read(['assets'], (tx) => tx.getMany('assets', [...new Set(assetIds)]));
    const addresses = addressesFor(c.req.url, mount);
    return Response.json({
      assets: found.flatMap((record) => (record ? [presentAsset(record, addresses)] : [])),
    });
  });
  return app;
}

async function requireOwnAsset(tx: ReadTransaction, text: string): Promise<AssetRecord> {
  const id = assetIdSchema.parse(text);
  const record = await tx.get('assets', id);
  if (!record) throw notFound('Asset', id);
  if (!isOwn(record)) throw forbidden(`Asset ${id} belongs to another team`);
  return record;
}
