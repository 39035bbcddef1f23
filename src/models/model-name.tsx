import { useQuery } from '@tanstack/react-query';
import type { ModelId } from '~/contract/ids';
import type { Workspace } from '~/workspaces/workspace';
import { modelQueries } from './model-queries';

/** The name of a model known by its id; the id until it is read, or where nobody knows it. */
export function ModelName({ workspace, id }: { workspace: Workspace; id: ModelId }) {
  const { data } = useQuery(modelQueries.detail(workspace, id));
  return <>{data?.name?.trim() || id}</>;
}
