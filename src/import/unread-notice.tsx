import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Button } from '~/ui/button';
import { browserStorage } from '~/ui/stored-text';
import { useWorkspace } from '~/workspaces/use-workspace';
import { countOf, formatCount } from '~/ui/format-facts';
import { hearUnread, readUnread, type UnreadFiles, writeUnread } from './unread-files';
import { unreadQuery } from './unread-query';
import { useImports } from './use-imports';

const byName = new Intl.Collator(undefined, { numeric: true }).compare;

/** Milliseconds after which tabs are looked for again: one that is killed says nothing. */
const TABS_EVERY_MS = 5000;

/** What tabs that were closed half-way had not read: a browser does not give those files back by itself. */
export function UnreadNotice() {
  const { id: workspaceId } = useWorkspace();
  const imports = useImports();
  const [unread, setUnread] = useState<readonly UnreadFiles[]>([]);
  useEffect(() => {
    let isHere = true;
    const look = async () => {
      const own = new Set(imports.getState().sessions.map(({ id }) => id));
      const found = await readUnread(browserStorage(), workspaceId, own, Date.now());
      if (isHere) setUnread(found);
    };
    void look();
    const stopHearing = hearUnread(workspaceId, () => void look());
    const timer = setInterval(() => void look(), TABS_EVERY_MS);
    return () => {
      isHere = false;
      stopHearing();
      clearInterval(timer);
    };
  }, [imports, workspaceId]);
  const forget = (sessionId: string) => {
    writeUnread(browserStorage(), workspaceId, sessionId);
    setUnread(unread.filter((one) => one.sessionId !== sessionId));
  };
  return unread.map((one) => (
    <UnreadOfSession key={one.sessionId} unread={one} onForget={() => forget(one.sessionId)} />
  ));
}

function UnreadOfSession({ unread, onForget }: { unread: UnreadFiles; onForget: () => void }) {
  const { data, isFetched } = useQuery(unreadQuery(useWorkspace(), unread.sessionId));
  // Nothing is said to be missing before it was looked for. Where that fails, all of it is named.
  if (!isFetched || data === null) return null;
  const { paths, total, target, failed = 0 } = data ?? unread;
  return (
    <section aria-label="Files that were not read" className="mt-6 border-l-2 border-warning pl-3">
      <h2 className="text-base font-medium">
        {total === 1
          ? 'This file was not read; choose it again'
          : `These ${formatCount(total)} files were not read; choose them again`}
      </h2>
      <p className="text-sm text-muted">
        The tab was closed before they reached {target ?? 'the library'}.
        {failed > 0 && ` ${countOf(failed, 'other file')} had failed.`}
      </p>
      <details open={paths.length <= 20} className="mt-2 text-sm">
        <summary className="min-h-6 text-muted">Names of the files</summary>
        <ul>
          {paths.toSorted(byName).map((path) => (
            <li key={path} className="wrap-anywhere">
              {path}
            </li>
          ))}
          {total > paths.length && (
            <li className="text-muted">and {formatCount(total - paths.length)} more</li>
          )}
        </ul>
      </details>
      <Button className="mt-2" onClick={onForget}>
        Forget these
      </Button>
    </section>
  );
}
