import { Link } from '@tanstack/react-router';
import Images from 'lucide-react/icons/images';
import { buttonClass } from '~/ui/button-class';
import { EmptyState } from '~/ui/empty-state';
import { useWorkspace } from '~/workspaces/use-workspace';

/** What the library says, and a picker over it, while nothing has been brought in. */
export function EmptyLibrary() {
  return (
    <EmptyState
      icon={<Images size={24} />}
      title="The library is empty"
      text="Drop files or folders anywhere in this window, or choose them."
      action={<ImportLink primary />}
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
