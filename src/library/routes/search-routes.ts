import { Hono } from 'hono/tiny';
import { LIMITS } from '~/contract/limits';
import { searchAssetsBodySchema } from '~/contract/search';
import { addressesFor } from '../addresses';
import type { LibraryContext } from '../library-context';
import { parseBody } from '../parse-input';
import { ColumnCache } from '../search/column-cache';
import { presentHit } from '../search/present-hit';
import { SEARCH_TABLES, searchAssets } from '../search/search-assets';

/** `POST /search/assets`, paged by offset or by page number. Totals are exact either way. */
export function searchRoutes({ storage, mount }: LibraryContext): Hono {
  const app = new Hono();
  const columns = new ColumnCache();
  app.post('/search/assets', async (c) => {
    const body = await parseBody(c.req.raw, searchAssetsBodySchema);
    const byPage = body.page !== undefined || body.hitsPerPage !== undefined;
    const limit = (byPage ? body.hitsPerPage : body.limit) ?? LIMITS.searchPage.default;
    const offset = byPage ? ((body.page ?? 1) - 1) * limit : (body.offset ?? 0);
    const { records, total } = await storage.read(SEARCH_TABLES, (tx) =>
      searchAssets(tx, columns, body, offset, limit),
    );
    const addresses = addressesFor(c.req.url, mount);
    return Response.json({
      hits: records.map((record) => presentHit(record, addresses)),
      offset,
      limit,
      ...(byPage
        ? {
            page: body.page ?? 1,
            hitsPerPage: limit,
            totalHits: total,
            totalPages: Math.ceil(total / limit),
          }
        : { estimatedTotalHits: total }),
    });
  });
  return app;
}
