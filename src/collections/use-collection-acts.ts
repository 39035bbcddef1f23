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
import { nextTask } from '~/ui/next-task';
import { recallCollections, rememberCollections } from './remembered-collections';

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
    /** What is made is where something was added last as soon as it shows, and by its own id once it has one. */
    const follow = async (batch: Promise<Batch>, beside: readonly CollectionRef[] = []) => {
      await nextTask();
      await batches.shown;
      const begun = batches.store.getState().batches.at(-1);
      const drafts = begun ? [...beside, ...madeBy(begun)] : [];
      filedInto(drafts);
      const settled = await batch;
      const last = recallCollections('last-targets', workspaceId).map(({ id }) => id);
      // Something may have been added elsewhere meanwhile.
      if (last.join() === drafts.map(({ id }) => id).join()) filedInto([...beside, ...madeBy(settled)]);
    };
    return {
      create: (name: string, items: BatchItems = NOTHING) => {
        const batch = create({ name, items });
        if (items !== NOTHING) void follow(batch);
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
        if (edits.create.length > 0) void follow(batch, edits.add);
        return batch;
      },
      /** When every act handed over so far is shown. */
      shown: () => batches.shown,
      deleteAssets: (assets: readonly AssetSummary[]) => deleteAssets({ assets }),
    };
  }, [batches, create, rename, deleteCollection, setThumbnail, edit, deleteAssets]);
}

/** The collections that a batch has made, or is to make. */
function madeBy({ done, pending }: Batch): readonly CollectionRef[] {
  return [...done, ...pending].flatMap((change) => (change.kind === 'create' ? change.collection : []));
}

/** The picture that an asset gives as a thumbnail. */
export function pictureOf(asset: AssetSummary): Picture {
  return { assetId: asset.id, url: asset.thumbnailUrl ?? asset.url };
}
