import { createFileRoute } from '@tanstack/react-router';
import { ImportPage } from '~/import/import-page';
import { importSearchSchema } from '~/import/import-search';
import { targetQueries } from '~/import/target-queries';
import { Page } from '~/shell/page';
import { PageHeader } from '~/shell/page-header';

export const Route = createFileRoute('/$workspace/import')({
  validateSearch: (search) => importSearchSchema.parse(search),
  loader: ({ context: { queryClient, workspace } }) => {
    void queryClient.prefetchInfiniteQuery(targetQueries.list(workspace));
  },
  component: ImportRoute,
});

function ImportRoute() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <Page title="Import" header={<PageHeader title="Import" />}>
      <ImportPage search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />
    </Page>
  );
}
