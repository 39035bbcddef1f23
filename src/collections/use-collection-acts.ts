import { useMemo } from 'react';
import type { AssetSummary } from '~/api/asset-summary';
import type { BatchItems, CollectionRef } from '~/batches/batch';
import {
  useCreateCollection,
  useDeleteAssets,
  useDeleteCollection,
  useRenameCollection,
  useSetThumbnail,
} from '~/batches/use-act';
import { useEditMembership } from '~/batches/use-edit-membership';
import type { Collection } from '~/contract/collection';
import type { Picture } from '~/contract/picture';

const NOTHING: BatchItems = { assets: [], models: [] };

/** Everything a person can do to collections and their members. Each is one batch, shown at once; none ever fails. */
export function useCollectionActs() {
  const { mutateAsync: edit } = useEditMembership();
  const { mutateAsync: create } = useCreateCollection();
  const { mutateAsync: rename } = useRenameCollection();
  const { mutateAsync: setThumbnail } = useSetThumbnail();
  const { mutateAsync: deleteCollection } = useDeleteCollection();
  const { mutateAsync: deleteAssets } = useDeleteAssets();
  return useMemo(
    () => ({
      create: (name: string, items: BatchItems = NOTHING) => create({ name, items }),
      rename: (collection: Collection, name: string) => void rename({ collection, name }),
      deleteCollection: (collection: Collection) => void deleteCollection({ collection }),
      setThumbnail: (collection: Collection, thumbnail: Picture | null) =>
        void setThumbnail({ collection, thumbnail }),
      add: (to: CollectionRef, items: BatchItems) => edit({ kind: 'add', to, items }),
      remove: (from: CollectionRef, items: BatchItems) => edit({ kind: 'remove', from, items }),
      move: (from: CollectionRef, to: CollectionRef, items: BatchItems) =>
        edit({ kind: 'move', from, to, items }),
      copy: (from: CollectionRef, to: CollectionRef, items: BatchItems) =>
        edit({ kind: 'copy', from, to, items }),
      editMemberships: (add: readonly CollectionRef[], remove: readonly CollectionRef[], items: BatchItems) =>
        edit({ kind: 'edit-memberships', add, remove, items }),
      deleteAssets: (assets: readonly AssetSummary[]) => deleteAssets({ assets }),
    }),
    [create, rename, deleteCollection, setThumbnail, edit, deleteAssets],
  );
}

/** The picture that an asset gives as a thumbnail. */
export function pictureOf(asset: AssetSummary): Picture {
  return { assetId: asset.id, url: asset.thumbnailUrl ?? asset.url };
}
