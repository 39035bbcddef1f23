import { useWorkspace } from '~/workspaces/use-workspace';
import { FileButtons } from './file-buttons';
import { FolderChoice } from './folder-choice';
import { folderOptionsOf, type ImportSearch } from './import-search';
import { SessionView } from './session-view';
import { TargetSelect } from './target-select';
import { UnreadNotice } from './unread-notice';
import { useImportTarget } from './use-import-place';
import { useImports, useImportSessions } from './use-imports';

interface ImportPageProps {
  search: ImportSearch;
  onSearch: (search: ImportSearch) => void;
}

/** The place where files are chosen and every import of this tab is followed. */
export function ImportPage({ search, onSearch }: ImportPageProps) {
  const { name } = useWorkspace();
  const imports = useImports();
  const sessions = useImportSessions();
  const target = useImportTarget(search.into);
  const folders = folderOptionsOf(search.folders);
  return (
    <div className="w-full max-w-3xl px-4 pt-4 pb-16">
      <p className="mt-1 text-sm text-muted text-pretty">
        Bring files into {name}. You can also drop files and folders on any page, or paste a picture: they go
        to the place that is shown.
      </p>
      <div className="mt-5 flex flex-col items-start gap-3">
        <TargetSelect value={search.into} onChange={(into) => onSearch({ ...search, into })} />
        <FolderChoice value={search.folders} onChange={(folders) => onSearch({ ...search, folders })} />
        <FileButtons onChoose={(source) => imports.start({ source, target, folders })} />
      </div>
      <UnreadNotice folders={folders} />
      <h2 className="mt-8 mb-2 text-base font-medium">Imports of this tab</h2>
      {sessions.length === 0 && (
        <p className="border-t border-line py-3 text-sm text-muted">Nothing has been imported yet.</p>
      )}
      {sessions.map((session) => (
        <SessionView key={session.id} session={session} />
      ))}
    </div>
  );
}
