import { createFileRoute } from '@tanstack/react-router';
import { filtersOfSearch } from '~/assets/asset-filters';
import { assetQueries } from '~/assets/asset-queries';
import { assetSearchSchema } from '~/assets/asset-search';
import { HoldableChanges } from '~/batches/held-changes';
import { prefetchCollection } from '~/collections/prefetch-collection';
import { collectionIdSchema } from '~/contract/ids';
import { AssetPicker } from './-asset-picker';
import { WithCollection } from './-collection-head';
import { readFirstPage } from '~/workspaces/read-first-page';

export const Route = createFileRoute('/$workspace/collections/$collectionId/pick')({
  validateSearch: (search) => assetSearchSchema.parse(search),
  params: {
    parse: ({ collectionId }) => ({ collectionId: collectionIdSchema.parse(collectionId) }),
    stringify: ({ collectionId }) => ({ collectionId }),
  },
  loaderDeps: ({ search }) => ({ filters: filtersOfSearch(search) }),
  loader: ({ context, params: { collectionId }, deps: { filters }, cause }) => {
    const { queryClient, workspace } = context;
    prefetchCollection(queryClient, workspace, collectionId);
    return readFirstPage({ cause, context }, assetQueries.list(workspace, filters));
  },
  component: PickPage,
});

function PickPage() {
  const { collectionId } = Route.useParams();
  const search = Route.useSearch();
  return (
    <HoldableChanges>
      <WithCollection id={collectionId}>
        {(collection) => <AssetPicker key={collection.id} collection={collection} search={search} />}
      </WithCollection>
    </HoldableChanges>
  );
}
