import { createFileRoute } from '@tanstack/react-router';
import { ImportPage } from '~/import/import-page';
import { importSearchSchema } from '~/import/import-search';
import { targetQueries } from '~/import/target-queries';

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
  return <ImportPage search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />;
}
