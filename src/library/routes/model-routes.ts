import { Hono } from 'hono/tiny';
import { bulkModelsBodySchema, listModelsQuerySchema } from '~/contract/model';
import { addressesFor } from '../addresses';
import { isPublicCaller } from '../authorize';
import type { LibraryContext } from '../library-context';
import { notFound } from '../library-error';
import { listModels } from '../list-models';
import { parseBody, parseQuery } from '../parse-input';
import { presentModel } from '../present';

/** `/models`: listing and reading. */
export function modelRoutes({ storage, mount }: LibraryContext): Hono {
  const app = new Hono();

  app.get('/models', async (c) => {
    const query = parseQuery(c.req.url, listModelsQuerySchema);
    if (isPublicCaller(c.req.raw)) query.privacy = 'public';
    const { records, token } = await storage.read(['models'], (tx) => listModels(tx, query));
    const addresses = addressesFor(c.req.url, mount);
    return Response.json({
      models: records.map((record) => presentModel(record, addresses)),
      ...(token && { nextPaginationToken: token }),
    });
  });

  app.get('/models/:id', async (c) => {
    const id = c.req.param('id');
    const record = await storage.read(['models'], (tx) => tx.get('models', id));
    const hidden = isPublicCaller(c.req.raw) && record?.model.privacy !== 'public';
    if (!record || hidden) throw notFound('Model', id);
    return Response.json({ model: presentModel(record, addressesFor(c.req.url, mount)) });
  });

  app.post('/models/get-bulk', async (c) => {
    const { modelIds } = await parseBody(c.req.raw, bulkModelsBodySchema);
    const found = await storage.read(['models'], (tx) => tx.getMany('models', [...new Set(modelIds)]));
    const addresses = addressesFor(c.req.url, mount);
    return Response.json({
      models: found.flatMap((record) => (record ? [presentModel(record, addresses)] : [])),
    });
  });
  return app;
}
