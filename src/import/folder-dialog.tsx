import { useState } from 'react';
import { Button } from '~/ui/button';
import { Dialog } from '~/ui/dialog';
import { FolderChoice } from './folder-choice';
import { folderOptionsOf, type ImportSearch } from './import-search';
import type { FolderOptions, ImportTarget } from './import-state';
import { targetText } from './import-text';
import { TargetSelect } from './target-select';
import { useImportTarget } from './use-import-place';

interface FolderDialogProps {
  /** Where the folder was dropped. */
  target: ImportTarget;
  onImport: (target: ImportTarget, folders: FolderOptions) => void;
  onClose: () => void;
}

/** Asked when folders are dropped: where to, and whether each becomes a collection. */
export function FolderDialog({ target: dropped, onImport, onClose }: FolderDialogProps) {
  const [into, setInto] = useState(dropped.collectionId);
  const [folders, setFolders] = useState<ImportSearch['folders']>();
  const target = useImportTarget(into);
  return (
    <Dialog
      open
      onClose={onClose}
      title="Import folders"
      description="Hidden and system files are left out."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" onClick={() => onImport(target, folderOptionsOf(folders))}>
            Import into {targetText(target)}
          </Button>
        </>
      }
    >
      <div className="flex flex-col items-start gap-3">
        <TargetSelect value={into} onChange={setInto} />
        <FolderChoice value={folders} onChange={setFolders} />
      </div>
    </Dialog>
  );
}
