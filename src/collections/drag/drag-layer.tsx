import { useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { usePendingChanges } from '~/batches/use-batches';
import type { CollectionId } from '~/contract/ids';
import { toasts } from '~/ui/toasts';
import { useCollectionActs } from '../use-collection-acts';
import { useCollections } from '../use-collections';
import { DragGhost } from './drag-ghost';
import { type Drag, dragStore } from './drag-store';
import { type DropEffect, dropEffect, idleText } from './drop-effect';
import { DropMark, type MarkBox, visibleBox } from './drop-mark';
import { type DragPoint, useDragPointer } from './use-drag-pointer';

/** Shows what is being dragged over the whole window, and files it where it is let go. Mount once in a workspace. */
export function DragLayer() {
  const drag = useStore(dragStore, (state) => state.drag);
  return drag && createPortal(<Dragging drag={drag} />, document.body);
}

interface Over {
  id: CollectionId;
  box: MarkBox;
}

const end = () => dragStore.setState({ drag: null });

function Dragging({ drag }: { drag: Drag }) {
  const acts = useCollectionActs();
  const changes = usePendingChanges();
  const { collections = [] } = useCollections();
  const ghost = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState<Over>();
  const [wantsMove, setWantsMove] = useState(false);
  const { items, from, onBatch } = drag;

  const targetOf = (id: CollectionId) => collections.find((collection) => collection.id === id);
  const target = over && targetOf(over.id);
  const effect = useMemo(
    (): DropEffect | undefined => target && dropEffect(drag, target, wantsMove, changes),
    [drag, target, wantsMove, changes],
  );

  const onPoint = (point: DragPoint) => {
    setWantsMove(point.wantsMove);
    setOver((before) => sameOver(before, overOf(point)));
  };
  const onDrop = (point: DragPoint) => {
    end();
    const id = overOf(point)?.id;
    const to = id && targetOf(id);
    if (!to) return;
    const { outcome, moves } = dropEffect(drag, to, point.wantsMove, changes);
    if (outcome === 'already') toasts.show({ text: idleText(items, to) });
    else if (!from) onBatch(acts.add(to, items));
    else onBatch(moves ? acts.move(from, to, items) : acts.copy(from, to, items));
  };
  useDragPointer({ drag, ghost, onPoint, onDrop, onCancel: end });

  const hint = from && over?.id !== from.id && !wantsMove ? 'Shift moves' : undefined;
  return (
    <>
      {over && effect && <DropMark box={over.box} effect={effect} />}
      <DragGhost ref={ghost} drag={drag} hint={hint} />
    </>
  );
}

/** The collection under the pointer: a line of the sidebar or a card names it. */
function overOf({ elements }: DragPoint): Over | undefined {
  const element = elements[0]?.closest<HTMLElement>('[data-collection]');
  const id = element?.dataset['collection'] as CollectionId | undefined;
  return element && id ? { id, box: visibleBox(element) } : undefined;
}

/** The same object while nothing changed, so that a frame without change draws nothing. */
function sameOver(before: Over | undefined, now: Over | undefined): Over | undefined {
  if (!before || !now || before.id !== now.id) return now;
  const { left, top, width, height } = before.box;
  const same =
    left === now.box.left && top === now.box.top && width === now.box.width && height === now.box.height;
  return same ? before : now;
}
