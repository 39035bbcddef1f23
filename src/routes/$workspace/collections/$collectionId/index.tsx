import { createFileRoute } from '@tanstack/react-router';
import { filtersOfSearch } from '~/assets/asset-filters';
import { assetQueries } from '~/assets/asset-queries';
import { assetSearchSchema } from '~/assets/asset-search';
import { prefetchCollection } from '~/collections/prefetch-collection';
import { collectionIdSchema } from '~/contract/ids';
import { CollectionAssets } from './-collection-assets';
import { WithCollection } from './-collection-head';
import { readFirstPage } from '~/workspaces/read-first-page';

export const Route = createFileRoute('/$workspace/collections/$collectionId/')({
  validateSearch: (search) => assetSearchSchema.parse(search),
  params: {
    parse: ({ collectionId }) => ({ collectionId: collectionIdSchema.parse(collectionId) }),
    stringify: ({ collectionId }) => ({ collectionId }),
  },
  loaderDeps: ({ search }) => ({ filters: filtersOfSearch(search) }),
  loader: ({ context, params: { collectionId }, deps, cause }) => {
    const { queryClient, workspace } = context;
    if (!prefetchCollection(queryClient, workspace, collectionId)) return undefined;
    const filters = { ...deps.filters, collectionId };
    return readFirstPage({ cause, context }, assetQueries.list(workspace, filters));
  },
  component: CollectionPage,
});

function CollectionPage() {
  const { collectionId } = Route.useParams();
  const search = Route.useSearch();
  return (
    <WithCollection id={collectionId}>
      {(collection) => <CollectionAssets key={collection.id} collection={collection} search={search} />}
    </WithCollection>
  );
}
