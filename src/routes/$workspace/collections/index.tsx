import { createFileRoute, useLocation } from '@tanstack/react-router';
import FolderPlus from 'lucide-react/icons/folder-plus';
import { useEffect, useState } from 'react';
import { rememberView } from '~/assets/place-view';
import { CollectionBar } from '~/collections/collection-bar';
import { CollectionList, NewCollection } from '~/collections/collection-list';
import { collectionQueries } from '~/collections/collection-queries';
import { type CollectionSearch, collectionSearchSchema, viewOf } from '~/collections/collection-search';
import { listedText } from '~/collections/listed-text';
import { useCollections } from '~/collections/use-collections';
import { Page } from '~/shell/page';
import { PageHeader } from '~/shell/page-header';
import { StatusLine } from '~/shell/status-line';
import { useWhenSettled } from '~/shell/use-when-settled';
import { Button } from '~/ui/button';
import { lazyPart } from '~/ui/lazy-part';
import { readFirstPage } from '~/workspaces/read-first-page';

export const Route = createFileRoute('/$workspace/collections/')({
  validateSearch: (search) => collectionSearchSchema.parse(search),
  loader: ({ context, cause }) => {
    const { workspace } = context;
    return readFirstPage({ cause, context }, collectionQueries.list(workspace));
  },
  component: CollectionsPage,
});

const CollectionNews = lazyPart(() => import('~/collections/collection-news'), 'CollectionNews');

function CollectionsPage() {
  const { workspace } = Route.useRouteContext();
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  const view = viewOf(search);
  const listed = useCollections(view);
  const [naming, setNaming] = useState(false);
  const { pathname } = useLocation();
  const isSettled = useWhenSettled();
  useEffect(() => {
    if (isSettled) void NewCollection.preload();
  }, [isSettled]);
  const change = (next: CollectionSearch, how: 'push' | 'replace') => {
    rememberView(pathname, next);
    void navigate({ search: (before) => ({ ...before, ...next }), replace: how === 'replace' });
  };
  const text = listedText(listed, view);

  return (
    <Page
      title="Collections"
      scrolls={false}
      header={
        <PageHeader
          title="Collections"
          filters={
            <CollectionBar
              view={view}
              onChange={({ q, sort }, how) =>
                change(
                  {
                    ...(q !== undefined && { q: q || undefined }),
                    ...(sort && { sort: sort === 'server' ? undefined : sort }),
                  },
                  how,
                )
              }
            />
          }
          actions={
            <Button
              variant="primary"
              icon={<FolderPlus aria-hidden="true" size={16} />}
              keys="N"
              onClick={() => setNaming(true)}
            >
              New collection
            </Button>
          }
        />
      }
      status={<StatusLine text={text} />}
    >
      {isSettled && workspace.kind === 'remote' && <CollectionNews />}
      <CollectionList
        listed={listed}
        view={view}
        naming={naming}
        onNaming={setNaming}
        onClearFilter={() => change({ q: undefined }, 'push')}
      />
    </Page>
  );
}
