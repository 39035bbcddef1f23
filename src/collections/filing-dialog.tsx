import { useMemo } from 'react';
import type { Batch, BatchItems } from '~/batches/batch';
import { outcomeOf } from '~/batches/batch-outcome';
import type { Collection } from '~/contract/collection';
import type { CollectionId } from '~/contract/ids';
import { countOf } from './collection-text';
import { NameDialog } from './name-dialog';
import { TargetChooser, type TargetDecision } from './target-chooser';
import { useCollectionActs } from './use-collection-acts';
import { useCollections } from './use-collections';

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

  const byId = (ids: readonly CollectionId[]) => collections.filter(({ id }) => ids.includes(id));
  const onDecide = ({ add, remove, create }: TargetDecision) => {
    const targets = byId(add);
    const made = create.map((name) => acts.create(name, items));
    for (const batch of made) onBatch(batch);
    if (verb === 'move' && from) {
      for (const target of targets) onBatch(acts.move(from, target, items));
      for (const batch of made) void batch.then((settled) => leaveBehind(from, settled));
    } else if (verb === 'copy' && from) {
      for (const target of targets) onBatch(acts.copy(from, target, items));
    } else if (targets.length + remove.length > 0) {
      onBatch(acts.editMemberships(targets, byId(remove), items));
    }
  };
  /** Only what is confirmed in the new collection leaves the old one. */
  const leaveBehind = (old: Collection, settled: Batch) => {
    const { dealtWith } = outcomeOf(settled);
    const assets = items.assets.filter(({ id }) => dealtWith.has(id));
    const models = items.models.filter(({ id }) => dealtWith.has(id));
    if (assets.length + models.length > 0) onBatch(acts.remove(old, { assets, models }));
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
      onDecide={onDecide}
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
