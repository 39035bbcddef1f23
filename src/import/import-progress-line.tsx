import { Link } from '@tanstack/react-router';
import { useWorkspace } from '~/workspaces/use-workspace';
import { formatCount } from '~/ui/format-facts';
import { statusText, targetText } from './import-text';
import { SessionProgress } from './session-progress';
import { useImportSessions } from './use-imports';
import { useNow } from './use-now';

/** One line under a page while anything is being imported; leads to the import page. */
export function ImportProgressLine() {
  const { id } = useWorkspace();
  const going = useImportSessions().filter(({ status }) => status !== 'done');
  const now = useNow(going.some(({ waitingUntil }) => waitingUntil !== undefined));
  const [first] = going;
  if (!first) return null;
  const more = going.length > 1 ? ` · ${formatCount(going.length - 1)} more` : '';
  return (
    <Link
      to="/$workspace/import"
      params={{ workspace: id }}
      className="mt-auto block shrink-0 border-t border-line bg-surface px-3 py-2 text-xs text-muted hover:text-text"
    >
      <span className="block truncate tabular-nums">
        Into {targetText(first.target)}: {statusText(first, now)}
        {more}
      </span>
      <SessionProgress session={first} className="mt-1.5" />
    </Link>
  );
}
