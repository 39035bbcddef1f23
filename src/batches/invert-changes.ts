import type {
  Change,
  DeleteCollectionChange,
  MembershipChange,
  RenameChange,
  ThumbnailChange,
} from './change';

/** The change that takes this one back, or none where there is no way back (destroyed assets). */
function invertChange(change: Change): readonly Change[] {
  switch (change.kind) {
    case 'add':
    case 'remove': {
      const { collectionId, assets, models } = change;
      return [{ kind: change.kind === 'add' ? 'remove' : 'add', collectionId, assets, models }];
    }
    case 'rename':
    case 'thumbnail':
      return [{ ...change, from: change.to, to: change.from } as RenameChange | ThumbnailChange];
    case 'tag':
      return [{ ...change, add: change.remove, remove: change.add }];
    case 'create':
      return [
        { kind: 'delete-collection', collection: change.collection, assets: [], models: [], complete: false },
      ];
    case 'delete-collection':
      return restoreCollection(change);
    case 'delete-assets':
      return [];
  }
}

/** The inverse of changes done in this order. The inverse of a move again loses nothing on the way. */
export function invertChanges(changes: readonly Change[]): readonly Change[] {
  const joined = joinMemberships(changes);
  return joinMemberships(joined.toReversed().flatMap(invertChange)).map((change) => {
    if (change.kind !== 'remove') return change;
    const source = joined.find((done) => done.kind === 'remove' && done.onlyIfIn === change.collectionId) as
      | MembershipChange
      | undefined;
    return source ? { ...change, onlyIfIn: source.collectionId } : change;
  });
}

function restoreCollection({ collection, assets, models }: DeleteCollectionChange): readonly Change[] {
  const { id: collectionId, thumbnail, ...record } = collection;
  const empty = { ...record, id: collectionId, assetCount: 0, modelCount: 0, itemCount: 0 };
  const made: Change[] = [{ kind: 'create', collection: empty, replaces: collectionId }];
  if (assets.length + models.length > 0) made.push({ kind: 'add', collectionId, assets, models });
  if (thumbnail) made.push({ kind: 'thumbnail', collectionId, from: null, to: thumbnail });
  return made;
}

/** Neighbouring changes of one kind on one collection become one, so that an inverse again fills its requests. */
function joinMemberships(changes: readonly Change[]): readonly Change[] {
  const joined: Change[] = [];
  for (const change of changes) {
    const last = joined.at(-1);
    if (
      last &&
      (last.kind === 'add' || last.kind === 'remove') &&
      change.kind === last.kind &&
      change.collectionId === last.collectionId &&
      change.onlyIfIn === last.onlyIfIn
    ) {
      joined[joined.length - 1] = {
        ...last,
        assets: [...last.assets, ...change.assets],
        models: [...last.models, ...change.models],
      };
    } else joined.push(change);
  }
  return joined;
}
