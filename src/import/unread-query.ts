import { queryOptions } from '@tanstack/react-query';
import { queryKeys } from '~/api/query-keys';
import { browserStorage } from '~/ui/stored-text';
import type { Workspace } from '~/workspaces/workspace';
import { settleUnread } from './unread-files';

/** What was on its way is being dealt with for a while: it is looked for some times soon, then some more (milliseconds). */
const SOON = { looks: 10, every: 3000 };
const LATER = { looks: 10, every: 30_000 };
/** Pages of the newest assets that are looked through: at first all that may have come meanwhile, then what has just come. */
const FIRST_PAGES = 10;

/** What is left of the files that a tab had not sent when it was closed; null where nothing is. */
export function unreadQuery({ id: workspaceId, client }: Workspace, sessionId: string) {
  const queryKey = queryKeys.unreadOfSession(workspaceId, sessionId);
  return queryOptions({
    queryKey,
    queryFn: async ({ client: queryClient, signal }) =>
      settleUnread({
        client: client.at('background'),
        storage: browserStorage(),
        workspaceId,
        sessionId,
        mostPages: queryClient.getQueryState(queryKey)?.dataUpdateCount ? 1 : FIRST_PAGES,
        signal,
      }),
    refetchInterval: ({ state: { data, dataUpdateCount, errorUpdateCount } }) => {
      if (data === null) return false;
      const looks = dataUpdateCount + errorUpdateCount;
      if (looks < SOON.looks) return SOON.every;
      return looks < SOON.looks + LATER.looks && LATER.every;
    },
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
