import { clsx } from 'clsx';
import { Check, Minus, Plus } from 'lucide-react';
import type { Collection } from '~/contract/collection';
import { formatCount } from '~/ui/format-facts';

interface TargetLineProps {
  id: string;
  /** One of both: a collection there is, or the name of one to make. */
  collection?: Collection;
  create?: string;
  /** The keys act on this line. */
  active: boolean;
  /** Whether the items are in it; undefined where a line acts at once. */
  state: boolean | 'mixed' | undefined;
  onChoose: () => void;
}

/** One collection in the chooser. The field keeps the focus; lines answer the pointer. */
export function TargetLine(props: TargetLineProps) {
  const { id, collection, create, active, state, onChoose } = props;
  return (
    // The field above has the focus and its keys.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      {...(state !== undefined && { 'aria-checked': state })}
      ref={active ? scrollIntoView : undefined}
      onClick={onChoose}
      className={clsx(
        'flex h-8 cursor-default scroll-my-1 items-center gap-2.5 rounded px-2 text-sm',
        active ? 'bg-hover forced-colors:outline-2' : 'hover:bg-hover',
      )}
    >
      {state !== undefined && (
        <span
          className={clsx(
            'flex size-4 shrink-0 items-center justify-center rounded-[4px] border',
            state === false ? 'border-field' : 'border-accent bg-accent text-on-accent',
          )}
        >
          {state === true && <Check aria-hidden="true" size={12} strokeWidth={3} />}
          {state === 'mixed' && <Minus aria-hidden="true" size={12} strokeWidth={3} />}
        </span>
      )}
      {create !== undefined && <Plus aria-hidden="true" size={16} className="shrink-0 text-muted" />}
      <span className="min-w-0 flex-1 truncate" title={collection?.name}>
        {collection ? collection.name : `Create “${create}”`}
      </span>
      {collection && (
        <span className="text-xs text-muted tabular-nums">{formatCount(collection.itemCount)}</span>
      )}
    </div>
  );
}

const scrollIntoView = (element: HTMLElement | null) => element?.scrollIntoView?.({ block: 'nearest' });
