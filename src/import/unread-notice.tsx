import { useQuery } from '@tanstack/react-query';
import { useStore } from 'zustand';
import { Button } from '~/ui/button';
import { useWorkspace } from '~/workspaces/use-workspace';
import { countOf, formatCount } from '~/ui/format-facts';
import { FileButtons } from './file-buttons';
import type { FolderOptions } from './import-state';
import type { UnreadFiles } from './unread-files';
import { unreadQuery } from './unread-query';
import { useImports, useLeftNotes } from './use-imports';

const isInFolder = (path: string) => path.includes('/');
const byName = new Intl.Collator(undefined, { numeric: true }).compare;

/** What tabs that were closed half-way had not read: a browser does not give those files back by itself. */
export function UnreadNotice({ folders }: { folders: FolderOptions | undefined }) {
  const left = useLeftNotes();
  const notes = useStore(left, (state) => state.notes);
  return notes.map((note) => (
    <UnreadOfSession
      key={note.sessionId}
      unread={note}
      folders={folders}
      onForget={() => left.forget(note.sessionId)}
    />
  ));
}

interface UnreadOfSessionProps {
  unread: UnreadFiles;
  folders: FolderOptions | undefined;
  onForget: () => void;
}

function UnreadOfSession({ unread, folders, onForget }: UnreadOfSessionProps) {
  const imports = useImports();
  const { data, isFetched } = useQuery(unreadQuery(useWorkspace(), unread.sessionId));
  // Nothing is said to be missing before it was looked for. Where that fails, all of it is named.
  if (!isFetched || data === null) return null;
  const { paths, total, target, into, failed = 0 } = data ?? unread;
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
      <div className="mt-2 flex flex-wrap gap-2">
        <FileButtons
          again={{ files: !paths.every(isInFolder), folder: paths.some(isInFolder) }}
          onChoose={(source) =>
            imports.start({
              source,
              target: { collectionId: into, name: target },
              folders: unread.folders ?? folders,
            })
          }
        />
        <Button onClick={onForget}>Forget these</Button>
      </div>
    </section>
  );
}
