import { createFileRoute } from '@tanstack/react-router';
import { collectionQueries } from '~/collections/collection-queries';
import { modelListing } from '~/collections/use-model-listing';
import { collectionIdSchema } from '~/contract/ids';
import { WithCollection } from './-collection-head';
import { ModelPicker } from './-model-picker';

export const Route = createFileRoute('/$workspace/collections/$collectionId/pick-models')({
  params: {
    parse: ({ collectionId }) => ({ collectionId: collectionIdSchema.parse(collectionId) }),
    stringify: ({ collectionId }) => ({ collectionId }),
  },
  loader: ({ context: { queryClient, workspace }, params: { collectionId } }) => {
    void queryClient.prefetchQuery(collectionQueries.detail(workspace, collectionId));
    void queryClient.prefetchInfiniteQuery(modelListing(workspace, {}));
  },
  component: ModelsPage,
});

function ModelsPage() {
  const { collectionId } = Route.useParams();
  return (
    <WithCollection id={collectionId}>
      {(collection) => <ModelPicker key={collection.id} collection={collection} />}
    </WithCollection>
  );
}
