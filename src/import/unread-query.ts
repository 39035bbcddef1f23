import { queryOptions } from '@tanstack/react-query';
import { queryKeys } from '~/api/query-keys';
import { browserStorage } from '~/ui/stored-text';
import type { Workspace } from '~/workspaces/workspace';
import { settleUnread } from './unread-files';

/** What was on its way is being dealt with for a while: how often it is looked for, and how many milliseconds apart. */
const LOOKS = 10;
const LOOK_EVERY_MS = 3000;
/** Pages of the newest assets that are looked through: at first all that may have come meanwhile, then what has just come. */
const FIRST_PAGES = 10;

/** What is left of the files that a tab had not sent when it was closed; null where nothing is. */
export function unreadQuery({ id: workspaceId, client }: Workspace, sessionId: string) {
  const queryKey = queryKeys.unreadFiles(workspaceId, sessionId);
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
    refetchInterval: ({ state: { data, dataUpdateCount, errorUpdateCount } }) =>
      data !== null && dataUpdateCount + errorUpdateCount < LOOKS && LOOK_EVERY_MS,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
