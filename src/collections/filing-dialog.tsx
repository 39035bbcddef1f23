import { useMemo } from 'react';
import type { Batch, BatchItems } from '~/batches/batch';
import type { Collection } from '~/contract/collection';
import { countOf } from '~/ui/format-facts';
import { NameDialog } from './name-dialog';
import { TargetChooser } from './target-chooser';
import { useCollectionActs } from './use-collection-acts';
import { useCollections } from './use-collections';
import type { TargetDecision } from './use-target-choice';

export type FilingVerb = 'add' | 'move' | 'copy' | 'create';

interface FilingDialogProps {
  verb: FilingVerb;
  items: BatchItems;
  /** The collection that the items are shown in. */
  from: Collection | undefined;
  onBatch: (batch: Promise<Batch>) => void;
  onClose: () => void;
}

/** Asks where items should go, and takes them there. */
export function FilingDialog({ verb, items, from, onBatch, onClose }: FilingDialogProps) {
  const acts = useCollectionActs();
  const { collections = [] } = useCollections();
  const all = useMemo(() => [...items.assets, ...items.models], [items]);
  const what = describeItems(items);

  if (verb === 'create') {
    return (
      <NameDialog
        title={`New collection from ${what}`}
        names={collections.map(({ name }) => name)}
        onName={(name) => onBatch(acts.create(name, items))}
        onClose={onClose}
      />
    );
  }

  /** One act, so that one undo takes all of it back. */
  const batchOf = ({ add, remove, create }: TargetDecision): Promise<Batch> => {
    const [target] = add;
    const [name = ''] = create;
    if (verb === 'move' && from) return acts.move(from, target ?? { name }, items);
    if (add.length + remove.length + create.length > 1 || (!target && create.length === 0))
      return acts.editMemberships({ add, remove, create }, items);
    if (!target) return acts.create(name, items);
    return verb === 'copy' && from ? acts.copy(from, target, items) : acts.add(target, items);
  };
  const titles = { add: `Add ${what} to`, move: `Move ${what} to`, copy: `Copy ${what} to` };
  const verbs = { add: 'Add', move: 'Move', copy: 'Copy' };
  const modes = { add: 'edit', move: 'one', copy: 'several' } as const;
  return (
    <TargetChooser
      title={titles[verb]}
      verb={verbs[verb]}
      mode={modes[verb]}
      items={all}
      without={verb === 'add' ? undefined : from?.id}
      onDecide={(decision) => onBatch(batchOf(decision))}
      onClose={onClose}
    />
  );
}

function describeItems({ assets, models }: BatchItems): string {
  if (assets.length + models.length === 1) return `“${[...assets, ...models][0]?.name ?? ''}”`;
  if (models.length === 0) return countOf(assets.length, 'asset');
  if (assets.length === 0) return countOf(models.length, 'model');
  return `${countOf(assets.length, 'asset')} and ${countOf(models.length, 'model')}`;
}
