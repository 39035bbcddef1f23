import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { assetSearch } from '~/assets/asset-search';
import { prefetchCollection } from '~/collections/prefetch-collection';
import { collectionIdSchema } from '~/contract/ids';
import { WithCollection } from './-collection-head';
import { ThumbnailPicker } from './-thumbnail-picker';

const searchSchema = z.object({
  ...assetSearch,
  /** Where to choose from: the members, unless the whole library is asked for. */
  from: z.catch(z.optional(z.literal('library')), undefined),
});

export const Route = createFileRoute('/$workspace/collections/$collectionId/thumbnail')({
  validateSearch: (search) => searchSchema.parse(search),
  params: {
    parse: ({ collectionId }) => ({ collectionId: collectionIdSchema.parse(collectionId) }),
    stringify: ({ collectionId }) => ({ collectionId }),
  },
  loader: ({ context: { queryClient, workspace }, params: { collectionId } }) => {
    prefetchCollection(queryClient, workspace, collectionId);
  },
  component: ThumbnailPage,
});

function ThumbnailPage() {
  const { collectionId } = Route.useParams();
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <WithCollection id={collectionId}>
      {(collection) => (
        <ThumbnailPicker
          key={collection.id}
          collection={collection}
          search={search}
          source={search.from ?? 'members'}
          onSource={(source) =>
            void navigate({
              search: (before) => ({ ...before, from: source === 'library' ? source : undefined }),
              replace: true,
            })
          }
        />
      )}
    </WithCollection>
  );
}
