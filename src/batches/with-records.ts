import type { InfiniteData } from '@tanstack/react-query';
import type { Page } from '~/api/page';
import type { Collection } from '~/contract/collection';

/**
 * Puts records the server answered with in the place of older ones. A listing read meanwhile may be newer than the
 * answer: the later `updatedAt` wins.
 */
export function withRecords<P>(
  data: InfiniteData<Page<Collection>, P>,
  records: readonly Collection[],
): InfiniteData<Page<Collection>, P> {
  if (records.length === 0) return data;
  const byId = new Map(records.map((record) => [record.id, record]));
  let differs = false;
  const pages = data.pages.map((page) => {
    if (!page.items.some(({ id }) => byId.has(id))) return page;
    const items = page.items.map((item) => {
      const record = byId.get(item.id);
      return record && record.updatedAt >= item.updatedAt ? record : item;
    });
    differs = true;
    return { ...page, items };
  });
  return differs ? { ...data, pages } : data;
}
