import { Link } from '@tanstack/react-router';
import { FolderX } from 'lucide-react';
import { buttonClass } from '~/ui/button-class';
import { EmptyState } from '~/ui/empty-state';
import { useWorkspace } from '~/workspaces/use-workspace';

/** What an address says whose collection is not there. */
export function UnknownCollection() {
  const workspace = useWorkspace();
  return (
    <EmptyState
      icon={<FolderX size={24} />}
      title="This collection is not there"
      text={`It was deleted, or the address belongs to another workspace than ${workspace.name}. Assets that were in it are still in the library.`}
      action={
        <Link
          to="/$workspace/collections"
          params={{ workspace: workspace.id }}
          className={buttonClass({ variant: 'primary' })}
        >
          All collections
        </Link>
      }
    />
  );
}
