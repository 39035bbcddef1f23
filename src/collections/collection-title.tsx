import type { Collection } from '~/contract/collection';
import { LIMITS } from '~/contract/limits';
import { InlineEdit } from '~/ui/inline-edit';
import { tooltip } from '~/ui/tooltip';
import { useCollectionActs } from './use-collection-acts';

interface CollectionTitleProps {
  collection: Collection;
  editing: boolean;
  onEditing: (editing: boolean) => void;
}

/** The name of an open collection, renamed where it stands. */
export function CollectionTitle({ collection, editing, onEditing }: CollectionTitleProps) {
  const acts = useCollectionActs();
  return (
    <InlineEdit
      label={`Name of ${collection.name}`}
      value={collection.name}
      editing={editing}
      maxLength={LIMITS.collectionName}
      onDone={() => onEditing(false)}
      onSave={(name) => acts.rename(collection, name)}
      className="w-96! max-w-full font-medium"
    >
      <button
        type="button"
        className="block max-w-full cursor-text truncate rounded-[4px] text-left hover:bg-hover"
        onClick={() => onEditing(true)}
        {...tooltip('Rename', 'F2')}
      >
        {collection.name}
      </button>
    </InlineEdit>
  );
}
