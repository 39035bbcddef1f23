import { Hono } from 'hono/tiny';
import { LIMITS } from '~/contract/limits';
import { listTagsQuerySchema } from '~/contract/tag';
import { decodeCursor, encodeCursor } from '../cursor';
import type { LibraryContext } from '../library-context';
import { OWNER_ID } from '../owner';
import { parseQuery } from '../parse-input';

/** `GET /tags`: tags of own assets and models by name, with how many carry each. */
export function tagRoutes({ storage }: LibraryContext): Hono {
  const app = new Hono();
  app.get('/tags', async (c) => {
    const query = parseQuery(c.req.url, listTagsQuerySchema);
    const limit = query.pageSize ?? LIMITS.tagsPage.default;
    const [after] = decodeCursor(query.paginationToken, query) ?? [];
    const found = await storage.read(['tags'], (tx) =>
      tx.range('tags', { from: after, fromOpen: true, limit: limit + 1 }),
    );
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    return Response.json({
      tags: page.map((tag) => ({ ...tag, ownerId: OWNER_ID })),
      ...(last && { nextPaginationToken: encodeCursor([last.tagName, last.tagName], query) }),
    });
  });
  return app;
}
