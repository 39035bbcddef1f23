import { createFileRoute } from '@tanstack/react-router';
import { prefetchCollection } from '~/collections/prefetch-collection';
import { collectionIdSchema } from '~/contract/ids';
import { modelQueries } from '~/models/model-queries';
import { modelPlaceSearchSchema } from '~/models/model-search';
import { WithCollection } from './-collection-head';
import { ModelPicker } from './-model-picker';
import { readFirstPage } from '~/workspaces/read-first-page';

export const Route = createFileRoute('/$workspace/collections/$collectionId/pick-models')({
  validateSearch: (search) => modelPlaceSearchSchema.parse(search),
  params: {
    parse: ({ collectionId }) => ({ collectionId: collectionIdSchema.parse(collectionId) }),
    stringify: ({ collectionId }) => ({ collectionId }),
  },
  loader: ({ context, params: { collectionId }, cause }) => {
    const { queryClient, workspace } = context;
    prefetchCollection(queryClient, workspace, collectionId);
    return readFirstPage({ cause, context }, modelQueries.list(workspace));
  },
  component: ModelsPage,
});

function ModelsPage() {
  const { collectionId } = Route.useParams();
  const search = Route.useSearch();
  return (
    <WithCollection id={collectionId}>
      {(collection) => <ModelPicker key={collection.id} collection={collection} search={search} />}
    </WithCollection>
  );
}
