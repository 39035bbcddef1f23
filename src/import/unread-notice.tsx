import { useState } from 'react';
import { Button } from '~/ui/button';
import { browserStorage } from '~/ui/stored-text';
import { useWorkspace } from '~/workspaces/use-workspace';
import { formatCount } from '~/ui/format-facts';
import { readUnread, type UnreadFiles, writeUnread } from './unread-files';
import { useImports } from './use-imports';

/** What a tab that was closed half-way had not read: a browser does not give those files back by itself. */
export function UnreadNotice() {
  const { id: workspaceId } = useWorkspace();
  const imports = useImports();
  const [unread, setUnread] = useState<readonly UnreadFiles[]>(() => {
    const own = new Set(imports.getState().sessions.map(({ id }) => id));
    return readUnread(browserStorage(), workspaceId, own, Date.now());
  });
  const forget = (sessionId: string) => {
    writeUnread(browserStorage(), workspaceId, sessionId);
    setUnread(unread.filter((one) => one.sessionId !== sessionId));
  };
  return unread.map(({ sessionId, paths, total, target }) => (
    <section
      key={sessionId}
      aria-label="Files that were not read"
      className="mt-6 border-l-2 border-warning pl-3"
    >
      <h2 className="text-base font-medium">
        {total === 1
          ? 'This file was not read; choose it again'
          : `These ${formatCount(total)} files were not read; choose them again`}
      </h2>
      <p className="text-sm text-muted">
        The tab was closed before they reached {target ?? 'the library'}. Everything else of that import is
        complete.
      </p>
      <details open={paths.length <= 20} className="mt-2 text-sm">
        <summary className="min-h-6 text-muted">Names of the files</summary>
        <ul>
          {paths.map((path) => (
            <li key={path} className="wrap-anywhere">
              {path}
            </li>
          ))}
          {total > paths.length && (
            <li className="text-muted">and {formatCount(total - paths.length)} more</li>
          )}
        </ul>
      </details>
      <Button className="mt-2" onClick={() => forget(sessionId)}>
        Forget these
      </Button>
    </section>
  ));
}
