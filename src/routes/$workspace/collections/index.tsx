import { createFileRoute } from '@tanstack/react-router';
import { collectionQueries } from '~/collections/collection-queries';
import { collectionSearchSchema } from '~/collections/collection-search';

export const Route = createFileRoute('/$workspace/collections/')({
  validateSearch: (search) => collectionSearchSchema.parse(search),
  loader: ({ context: { queryClient, workspace } }) => {
    void queryClient.prefetchInfiniteQuery(collectionQueries.list(workspace));
  },
});
