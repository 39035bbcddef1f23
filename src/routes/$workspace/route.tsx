import {
  createFileRoute,
  Link,
  notFound,
  Outlet,
  redirect,
  useLocation,
  useRouter,
} from '@tanstack/react-router';
import Unplug from 'lucide-react/icons/unplug';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { rememberedView } from '~/assets/place-view';
import { BatchesProvider, batchesOf } from '~/batches/batches-provider';
import { SidebarCollections } from '~/collections/sidebar-collections';
import { useCommandHandlers } from '~/commands/use-command-handlers';
import { closeDrawer } from '~/shell/frame-store';
import { NotFoundScreen } from '~/shell/not-found-screen';
import { SidebarSlot } from '~/shell/sidebar-slot';
import { useWhenSettled } from '~/shell/use-when-settled';
import { buttonClass } from '~/ui/button-class';
import { EmptyState } from '~/ui/empty-state';
import { lazyPart } from '~/ui/lazy-part';
import { PageTitle } from '~/ui/page-title';
import { rememberPlace } from '~/workspaces/last-place';
import { homeWorkspaceId, rememberWorkspace } from '~/workspaces/last-workspace';
import { useKeyState } from '~/workspaces/use-key-state';
import { canWrite, type Workspace } from '~/workspaces/workspace';

export const Route = createFileRoute('/$workspace')({
  beforeLoad: ({ params, context, location, preload }) => {
    const workspace = context.workspaces.find(({ id }) => id === params.workspace);
    if (!workspace) throw notFound({ routeId: '/$workspace' });
    if (workspace.needsReload && !preload) {
      const anew = redirect({ href: location.publicHref, reloadDocument: true });
      return context.registry.handOverKeys(context.library).then(() => {
        throw anew;
      });
    }
    const view = preload ? undefined : rememberedView(location);
    if (view) {
      const { pathname: to, hash, state } = location;
      const search = { ...location.search, ...view };
      throw redirect({ to, hash, state, search, replace: true } as object as Parameters<typeof redirect>[0]);
    }
    const { caughtUp } = batchesOf(context.queryClient, workspace);
    const looked = workspace.key?.look();
    if (!caughtUp && !looked) return { workspace };
    return Promise.all([caughtUp, looked]).then(() => ({ workspace }));
  },
  onEnter: ({ params }) => rememberWorkspace(params.workspace),
  component: WorkspacePages,
  notFoundComponent: NotFound,
});

// The first view does not wait for what only follows an act.
const ImportAnywhere = lazyPart(() => import('~/import/import-anywhere'), 'ImportAnywhere');

const DragLayer = lazyPart(() => import('~/collections/drag/drag-layer'), 'DragLayer');

const WorkspaceActivity = lazyPart(() => import('~/shell/workspace-activity'), 'WorkspaceActivity');

const KeyPage = lazyPart(() => import('~/shell/key-page'), 'KeyPage');

const NeedsKeyPage = lazyPart(() => import('~/shell/needs-key-page'), 'NeedsKeyPage');

/** The places that public access reaches. */
const OPEN_TO_ALL: readonly string[] = ['assets', 'models'];

function WorkspacePages() {
  const { workspace } = Route.useRouteContext();
  const isSettled = useWhenSettled();
  const isOpen = useKeyState(workspace) === 'ready';
  const place = useLocation({ select: ({ pathname }) => pathname.split('/')[2] ?? '' });
  useRememberedPlace(workspace);
  const batches = batchesOf(useQueryClient(), workspace);
  // The key that has the rest mounted is heard before that is there.
  useCommandHandlers({ undo: () => void batches.undo(), redo: () => void batches.redo() });
  const needsMore = !canWrite(workspace) && !OPEN_TO_ALL.includes(place);
  return (
    <BatchesProvider workspace={workspace}>
      {isOpen && canWrite(workspace) && (
        <SidebarSlot>
          <SidebarCollections onNavigate={closeDrawer} />
        </SidebarSlot>
      )}
      {!isOpen ? (
        <KeyPage key={workspace.id} workspace={workspace} />
      ) : needsMore ? (
        <NeedsKeyPage workspace={workspace} />
      ) : (
        <Outlet />
      )}
      {isSettled && <WorkspaceActivity />}
      {isSettled && isOpen && canWrite(workspace) && (
        <>
          <ImportAnywhere />
          <DragLayer />
        </>
      )}
    </BatchesProvider>
  );
}

/** So that switching to another workspace and back forgets nothing. */
function useRememberedPlace({ id }: Workspace) {
  const { pathname, search, state } = useLocation();
  useEffect(() => {
    if (pathname.split('/')[1] !== id) return;
    rememberPlace(id, { pathname, search, entry: state.resumes ?? state.__TSR_key ?? '' });
  }, [id, pathname, search, state]);
}

/** Either the workspace is unknown, or a place in it. */
function NotFound() {
  const { workspace } = Route.useParams();
  const isKnown = useRouter().options.context.workspaces.some(({ id }) => id === workspace);
  return isKnown ? <NotFoundScreen /> : <UnknownWorkspace id={workspace} />;
}

function UnknownWorkspace({ id }: { id: string }) {
  const { workspaces } = useRouter().options.context;
  const home = homeWorkspaceId(workspaces);
  const back = useLocation({ select: ({ pathname, searchStr }) => pathname + searchStr });
  return (
    <div className="flex min-h-0 flex-1">
      <PageTitle title="Unknown workspace" />
      <h1 className="sr-only">Unknown workspace</h1>
      <EmptyState
        icon={<Unplug size={24} />}
        title={`There is no workspace “${id}” here`}
        text="The address may come from a colleague whose workspace is not connected in this browser. Connect the same one, and it opens."
        action={
          <>
            <Link
              to="/settings"
              search={{ add: 'workspace', back }}
              className={buttonClass({ variant: 'primary' })}
            >
              Connect a workspace
            </Link>
            <Link to="/$workspace/collections" params={{ workspace: home }} className={buttonClass()}>
              Open {workspaces.find((one) => one.id === home)?.name ?? 'the built-in library'}
            </Link>
          </>
        }
      />
    </div>
  );
}
