import { useQuery } from '@tanstack/react-query';
import { useLocation, useParams, useSearch } from '@tanstack/react-router';
import { type CollectionId, collectionIdSchema } from '~/contract/ids';
import { useWorkspace } from '~/workspaces/use-workspace';
import { folderOptionsOf, importSearchSchema } from './import-search';
import type { FolderOptions, ImportTarget } from './import-state';
import { targetQueries } from './target-queries';

export interface ImportPlace {
  target: ImportTarget;
  /** Chosen beforehand on the import page; undefined elsewhere, where a drop with folders asks. */
  folders: FolderOptions | undefined;
}

/** Where files go that are dropped or pasted now: the collection shown, what the import page says, or the library. */
export function useImportPlace(): ImportPlace {
  const workspace = useWorkspace();
  const params: object = useParams({ strict: false });
  const search: object = useSearch({ strict: false });
  const onImportPage = useLocation({
    select: ({ pathname }) => pathname.endsWith(`/${workspace.id}/import`),
  });
  const chosen = importSearchSchema.parse(onImportPage ? search : {});
  const shown = 'collectionId' in params ? collectionIdSchema.safeParse(params.collectionId).data : undefined;
  return {
    target: useImportTarget(shown ?? chosen.into),
    folders: onImportPage ? folderOptionsOf(chosen.folders) : undefined,
  };
}

/** The collection of that id as a target, by its name as soon as it is known. */
export function useImportTarget(collectionId: CollectionId | undefined): ImportTarget {
  const workspace = useWorkspace();
  const { data } = useQuery(targetQueries.detail(workspace, collectionId));
  return collectionId === undefined ? {} : { collectionId, name: data?.name };
}
