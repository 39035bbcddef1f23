import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Workspace } from '~/workspaces/workspace';
import { DropOverlay } from './drop-overlay';
import type { FileSource } from './found-file';
import { useBroughtFiles } from './use-brought-files';
import { importsOf } from './workspace-imports';

/** Takes files where no workspace is shown: they go into the library of the one given, whose import page follows. */
export function ImportOutside({ workspace }: { workspace: Workspace }) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const take = (source: FileSource) => {
    importsOf(queryClient, workspace).imports.start({ source, target: {} });
    void navigate({ to: '/$workspace/import', params: { workspace: workspace.id } });
  };
  const dragging = useBroughtFiles({ accepts: true, onFiles: take });
  return dragging && <DropOverlay target={workspace.name} />;
}
