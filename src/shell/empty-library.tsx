import { Link } from '@tanstack/react-router';
import Images from 'lucide-react/icons/images';
import { buttonClass } from '~/ui/button-class';
import { EmptyState } from '~/ui/empty-state';
import { useWorkspace } from '~/workspaces/use-workspace';
import { canWrite } from '~/workspaces/workspace';

/** What the library says, and a picker over it, while nothing has been brought in. */
export function EmptyLibrary() {
  const workspace = useWorkspace();
  if (!canWrite(workspace)) return <NothingPublic what="assets" />;
  return (
    <EmptyState
      icon={<Images size={24} />}
      title="The library is empty"
      text="Drop files or folders anywhere in this window, or choose them."
      action={<ImportLink primary />}
    />
  );
}

/** What a place says that shows public records alone, where there are none. */
export function NothingPublic({ what }: { what: 'assets' | 'models' }) {
  const { name } = useWorkspace();
  return (
    <EmptyState
      icon={<Images size={24} />}
      title={`There are no public ${what}`}
      text={`${name} is connected without a key, which shows what is public alone. Connect it with a key to see the rest.`}
      action={
        <Link to="/settings" className={buttonClass()}>
          Open settings
        </Link>
      }
    />
  );
}

/** The way to the page on which files are chosen. */
export function ImportLink({ primary = false }: { primary?: boolean }) {
  const { id } = useWorkspace();
  return (
    <Link
      to="/$workspace/import"
      params={{ workspace: id }}
      className={buttonClass(primary ? { variant: 'primary' } : {})}
    >
      Import files
    </Link>
  );
}
