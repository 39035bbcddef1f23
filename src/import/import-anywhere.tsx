import { useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useWorkspace } from '~/workspaces/use-workspace';
import { DropOverlay } from './drop-overlay';
import { FolderDialog } from './folder-dialog';
import type { FileSource } from './found-file';
import { ImportAnnouncer } from './import-announcer';
import { ImportProgressLine } from './import-progress-line';
import type { ImportTarget } from './import-state';
import { targetText } from './import-text';
import { UnreadHint } from './unread-hint';
import { useBroughtFiles } from './use-brought-files';
import { useImportPlace } from './use-import-place';
import { useImports, useImportSessions } from './use-imports';

/** Lets files be dropped and pasted anywhere in a workspace, and tells how it goes. Mount once, under its pages. */
export function ImportAnywhere() {
  const imports = useImports();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const place = useImportPlace();
  const refused = useImportSessions().some(({ problem }) => problem?.kind === 'refused');
  // That page shows every import itself.
  const onImportPage = place.folders !== undefined;
  const [asked, setAsked] = useState<{ source: FileSource; target: ImportTarget }>();

  const take = (source: FileSource) => {
    if (source.hasFolders && !place.folders) setAsked({ source, target: place.target });
    else imports.start({ source, target: place.target, folders: place.folders });
  };
  const dragging = useBroughtFiles({ accepts: !refused, onFiles: take });
  const show = useCallback(
    () => void navigate({ to: '/$workspace/import', params: { workspace: workspace.id } }),
    [navigate, workspace.id],
  );

  return (
    <>
      {!onImportPage && <ImportProgressLine />}
      <ImportAnnouncer onShow={show} quiet={onImportPage} />
      <UnreadHint onShow={show} quiet={onImportPage} />
      {dragging && (
        <DropOverlay
          target={targetText(place.target)}
          refusal={refused ? `${workspace.name} does not accept files` : undefined}
        />
      )}
      {asked && (
        <FolderDialog
          target={asked.target}
          onClose={() => setAsked(undefined)}
          onImport={(target, folders) => {
            imports.start({ source: asked.source, target, folders });
            setAsked(undefined);
          }}
        />
      )}
    </>
  );
}
