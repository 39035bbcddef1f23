import { useMemo } from 'react';
import type { AssetSummary } from '~/api/asset-summary';
import type { Batch, BatchItems, CollectionRef } from '~/batches/batch';
import { useWorkspaceBatches } from '~/batches/batches-provider';
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
import { rememberCollections } from './remembered-collections';

const NOTHING: BatchItems = { assets: [], models: [] };

/** Where items are put, where they are taken out, and the names of collections made for them. */
export interface MembershipEdits {
  add: readonly CollectionRef[];
  remove: readonly CollectionRef[];
  create: readonly string[];
}

/** Everything a person can do to collections and their members. Each is one batch, shown at once; none ever fails. */
export function useCollectionActs() {
  const { mutateAsync: edit } = useEditMembership();
  const { mutateAsync: create } = useCreateCollection();
  const { mutateAsync: rename } = useRenameCollection();
  const { mutateAsync: setThumbnail } = useSetThumbnail();
  const { mutateAsync: deleteCollection } = useDeleteCollection();
  const { mutateAsync: deleteAssets } = useDeleteAssets();
  const batches = useWorkspaceBatches();
  return useMemo(() => {
    const { workspaceId } = batches;
    const filedInto = (targets: readonly CollectionRef[]) => {
      if (targets.length > 0) rememberCollections('last-targets', workspaceId, targets);
    };
    return {
      create: (name: string, items: BatchItems = NOTHING) => {
        const batch = create({ name, items });
        if (items !== NOTHING) void batch.then((settled) => filedInto(madeBy(settled)));
        return batch;
      },
      rename: (collection: Collection, name: string) => void rename({ collection, name }),
      deleteCollection: (collection: Collection) => void deleteCollection({ collection }),
      setThumbnail: (collection: Collection, thumbnail: Picture | null) =>
        void setThumbnail({ collection, thumbnail }),
      add: (to: CollectionRef, items: BatchItems) => {
        filedInto([to]);
        return edit({ kind: 'add', to, items });
      },
      remove: (from: CollectionRef, items: BatchItems) => edit({ kind: 'remove', from, items }),
      /** Without an id the target is made. */
      move: (from: CollectionRef, to: CollectionRef | { name: string }, items: BatchItems) =>
        edit({ kind: 'move', from, to, items }),
      copy: (from: CollectionRef, to: CollectionRef, items: BatchItems) => {
        filedInto([to]);
        return edit({ kind: 'copy', from, to, items });
      },
      editMemberships: (edits: MembershipEdits, items: BatchItems) => {
        filedInto(edits.add);
        const batch = edit({ kind: 'edit-memberships', ...edits, items });
        if (edits.create.length > 0)
          void batch.then((settled) => filedInto([...edits.add, ...madeBy(settled)]));
        return batch;
      },
      /** When every act handed over so far is shown. */
      shown: () => batches.shown,
      deleteAssets: (assets: readonly AssetSummary[]) => deleteAssets({ assets }),
    };
  }, [batches, create, rename, deleteCollection, setThumbnail, edit, deleteAssets]);
}

/** The collections that a batch has made. */
function madeBy({ done }: Batch): readonly CollectionRef[] {
  return done.flatMap((change) => (change.kind === 'create' ? change.collection : []));
}

/** The picture that an asset gives as a thumbnail. */
export function pictureOf(asset: AssetSummary): Picture {
  return { assetId: asset.id, url: asset.thumbnailUrl ?? asset.url };
}
