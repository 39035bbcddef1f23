import { createFileRoute, type ErrorComponentProps, Link, Outlet } from '@tanstack/react-router';
import { Unplug } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { buttonClass } from '~/ui/button-class';
import { EmptyState } from '~/ui/empty-state';
import { FailedState } from '~/ui/failed-state';
import { PageTitle } from '~/ui/page-title';
import { rememberWorkspace } from '~/workspaces/last-workspace';
import { BUILT_IN_ID } from '~/workspaces/workspace';

export const Route = createFileRoute('/$workspace')({
  beforeLoad: ({ params, context }) => {
    const workspace = context.workspaces.find(({ id }) => id === params.workspace);
    // Not the router's notFound(): thrown here it would blank the whole frame instead of this place.
    if (!workspace) throw new UnknownWorkspaceError(params.workspace);
    return { workspace };
  },
  onEnter: ({ params }) => rememberWorkspace(params.workspace),
  component: WorkspacePages,
  errorComponent: WorkspaceFailed,
});

// Nothing is dropped before the first view is there, and that should not wait for it.
const ImportAnywhere = lazy(() =>
  import('~/import/import-anywhere').then(({ ImportAnywhere }) => ({ default: ImportAnywhere })),
);

function WorkspacePages() {
  return (
    <>
      <Outlet />
      <Suspense fallback={null}>
        <ImportAnywhere />
      </Suspense>
    </>
  );
}

class UnknownWorkspaceError extends Error {
  override readonly name = 'UnknownWorkspaceError';
  constructor(readonly workspaceId: string) {
    super(`No workspace is called ${workspaceId}.`);
  }
}

function WorkspaceFailed({ error, reset }: ErrorComponentProps) {
  if (error instanceof UnknownWorkspaceError) return <UnknownWorkspace id={error.workspaceId} />;
  const reason = error instanceof Error ? error.message : undefined;
  return <FailedState title="This page could not be shown" reason={reason} onRetry={reset} />;
}

function UnknownWorkspace({ id }: { id: string }) {
  return (
    <div className="flex min-h-0 flex-1">
      <PageTitle title="Unknown workspace" />
      <EmptyState
        icon={<Unplug size={24} />}
        title={`There is no workspace “${id}” here`}
        text="The address may come from a colleague whose workspace is not connected in this browser."
        action={
          <Link
            to="/$workspace/collections"
            params={{ workspace: BUILT_IN_ID }}
            className={buttonClass({ variant: 'primary' })}
          >
            Open the built-in library
          </Link>
        }
      />
    </div>
  );
}
