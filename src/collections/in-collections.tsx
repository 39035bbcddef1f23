import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AssetSummary } from '~/api/asset-summary';
import { useProjectedAsset } from '~/batches/use-projection';
import type { CollectionId } from '~/contract/ids';
import { countOf } from '~/ui/format-facts';
import { useWorkspace } from '~/workspaces/use-workspace';
import { canWrite } from '~/workspaces/workspace';
import { collectionQueries } from './collection-queries';
import { useCollections } from './use-collections';

/** The collections an asset is in, each a way there. */
export function InCollections({ asset }: { asset: AssetSummary }) {
  const workspace = useWorkspace();
  const ids = useProjectedAsset(asset)?.collectionIds ?? [];
  const { collections = [] } = useCollections();
  if (!canWrite(workspace) && ids.length > 0) {
    const where = countOf(ids.length, 'collection');
    return <p className="text-sm text-muted">In {where}; without a key their names cannot be read</p>;
  }
  if (ids.length === 0) return <p className="text-sm text-muted">In no collection</p>;
  const names = new Map(collections.map(({ id, name }) => [id, name]));
  return (
    <ul aria-label="Collections it is in" className="flex flex-col">
      {ids.map((id) => (
        <li key={id}>
          <Link
            to="/$workspace/collections/$collectionId"
            params={{ workspace: workspace.id, collectionId: id }}
            className="inline-flex min-h-6 max-w-full items-center text-sm hover:underline"
          >
            <span className="truncate">{names.get(id) ?? <ReadName id={id} />}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The name of a collection that none of the pages read so far holds. */
function ReadName({ id }: { id: CollectionId }) {
  const { data, error } = useQuery(collectionQueries.detail(useWorkspace(), id));
  return <>{data?.name ?? (error ? id : '…')}</>;
}
