import { Hono } from 'hono/tiny';
import {
  collectionAssetsBodySchema,
  collectionModelsBodySchema,
  createCollectionBodySchema,
  listCollectionsQuerySchema,
  updateCollectionBodySchema,
} from '~/contract/collection';
import { type CollectionId, collectionIdSchema } from '~/contract/ids';
import { LIMITS } from '~/contract/limits';
import { addressesFor } from '../addresses';
import { decodeCursor, encodeCursor } from '../cursor';
import { deleteCollection } from '../delete-collection';
import type { LibraryContext } from '../library-context';
import { notFound } from '../library-error';
import { type Change, changeAssetMembers, changeModelMembers, requireCollection } from '../membership';
import { newId } from '../new-id';
import { parseBody, parseQuery } from '../parse-input';
import { presentCollection } from '../present';
import { ASSET_TABLES, type CollectionRecord } from '../tables';

/** `/collections` and their members. Listed newest first; the contract knows no other order. */
export function collectionRoutes({ storage, mount, now }: LibraryContext): Hono {
  const app = new Hono();
  const answer = (url: string, record: CollectionRecord) =>
    Response.json({ collection: presentCollection(record, addressesFor(url, mount)) });

  app.get('/collections', async (c) => {
    const query = parseQuery(c.req.url, listCollectionsQuerySchema);
    const limit = query.pageSize ?? LIMITS.collectionsPage.default;
    const after = decodeCursor(query.paginationToken, query);
    const found = await storage.read(['collections'], (tx) =>
      tx.range('collections', { index: 'byCreated', from: after, fromOpen: true, limit: limit + 1 }),
    );
    const addresses = addressesFor(c.req.url, mount);
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    return Response.json({
      collections: page.map((record) => presentCollection(record, addresses)),
      ...(last && { nextPaginationToken: encodeCursor(last.order, query) }),
    });
  });

  app.post('/collections', async (c) => {
    const { name } = await parseBody(c.req.raw, createCollectionBodySchema);
    const id = newId('col') as CollectionId;
    const createdAt = now();
    const record: CollectionRecord = {
      id,
      name,
      createdAt,
      updatedAt: createdAt,
      assetCount: 0,
      modelCount: 0,
      order: [-Date.parse(createdAt), id],
    };
    await storage.write(['collections'], async (tx) => tx.put('collections', record));
    return answer(c.req.url, record);
  });

  app.get('/collections/:id', async (c) => {
    const id = collectionId(c.req.param('id'));
    const record = await storage.read(['collections'], (tx) => requireCollection(tx, id));
    return answer(c.req.url, record);
  });

  app.put('/collections/:id', async (c) => {
    const { name, thumbnail } = await parseBody(c.req.raw, updateCollectionBodySchema);
    const id = collectionId(c.req.param('id'));
    const record = await storage.write(['collections', 'assets'], async (tx) => {
      const { thumbnail: before, color: its, ...stored } = await requireCollection(tx, id);
      const shown = thumbnail ? await tx.get('assets', thumbnail) : undefined;
      if (thumbnail && !shown) throw notFound('Asset', thumbnail);
      const cover = thumbnail === undefined ? before : thumbnail;
      const color = thumbnail === undefined ? its : shown?.asset.color;
      const changed: CollectionRecord = {
        ...stored,
        name: name ?? stored.name,
        updatedAt: now(),
        ...(cover && { thumbnail: cover }),
        ...(color && { color }),
      };
      tx.put('collections', changed);
      return changed;
    });
    return answer(c.req.url, record);
  });

  app.delete('/collections/:id', async (c) => {
    const id = collectionId(c.req.param('id'));
    await storage.write(ASSET_TABLES, (tx) => deleteCollection(tx, id, now()));
    return Response.json({});
  });

  const assetMembers = (change: Change) => async (c: { req: { raw: Request; url: string } }, id: string) => {
    const { assetIds } = await parseBody(c.req.raw, collectionAssetsBodySchema);
    const record = await storage.write(ASSET_TABLES, (tx) =>
      changeAssetMembers(tx, change, collectionId(id), assetIds, now()),
    );
    return answer(c.req.url, record);
  };
  const modelMembers = (change: Change) => async (c: { req: { raw: Request; url: string } }, id: string) => {
    const { modelIds } = await parseBody(c.req.raw, collectionModelsBodySchema);
    const record = await storage.write(['collections', 'models'], (tx) =>
      changeModelMembers(tx, change, collectionId(id), modelIds, now()),
    );
    return answer(c.req.url, record);
  };
  app.put('/collections/:id/assets', (c) => assetMembers('add')(c, c.req.param('id')));
  app.delete('/collections/:id/assets', (c) => assetMembers('remove')(c, c.req.param('id')));
  app.put('/collections/:id/models', (c) => modelMembers('add')(c, c.req.param('id')));
  app.delete('/collections/:id/models', (c) => modelMembers('remove')(c, c.req.param('id')));
  return app;
}

function collectionId(text: string): CollectionId {
  return collectionIdSchema.parse(text);
}
