import { Link } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { Ellipsis } from 'lucide-react';
import { memo, type MouseEvent } from 'react';
import { useStore } from 'zustand';
import { itemMarks } from '~/assets/grid/item-marks';
import { MarkBadge } from '~/assets/grid/mark-badge';
import type { Box } from '~/assets/grid/layout/grid-layout';
import type { Collection } from '~/contract/collection';
import { LIMITS } from '~/contract/limits';
import type { MenuPoint } from '~/ui/context-menu';
import { InlineEdit } from '~/ui/inline-edit';
import { useWorkspace } from '~/workspaces/use-workspace';
import { CAPTION_PX } from './card-layout';
import { CollectionCover } from './collection-cover';
import { contentsOf } from './collection-text';

/** What a card may ask of the wall it hangs on; one object for all cards, so that none is drawn again for it. */
export interface CardActs {
  focus(index: number): void;
  openMenu(collection: Collection, at: MenuPoint): void;
  rename(collection: Collection, name: string): void;
  endRename(): void;
}

interface CollectionCardProps extends Box {
  collection: Collection;
  index: number;
  setSize: number;
  tabStop: boolean;
  renaming: boolean;
  acts: CardActs;
}

function Card(props: CollectionCardProps) {
  const { collection, index, setSize, tabStop, renaming, acts, left, top, width, height } = props;
  const workspace = useWorkspace();
  const mark = useStore(itemMarks, ({ markOf }) => markOf(collection.id));
  const onMenu = (event: MouseEvent<HTMLElement>) => {
    event.preventDefault();
    const { clientX: x, clientY: y } = event;
    // The menu key and the button give no point of their own.
    const box = event.currentTarget.getBoundingClientRect();
    const hasPoint = event.type === 'contextmenu' && (x !== 0 || y !== 0);
    acts.openMenu(collection, hasPoint ? { x, y } : { x: box.left, y: box.bottom + 4 });
  };
  return (
    // The menu of a right click is also behind the button and the menu key of the link inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      data-collection={collection.id}
      aria-posinset={index + 1}
      aria-setsize={setSize}
      className="group absolute contain-layout"
      style={{ left, top, width, height }}
      onContextMenu={onMenu}
      onFocus={() => acts.focus(index)}
    >
      <Link
        to="/$workspace/collections/$collectionId"
        params={{ workspace: workspace.id, collectionId: collection.id }}
        data-index={index}
        tabIndex={tabStop ? 0 : -1}
        aria-label={`${collection.name}, ${contentsOf(collection)}`}
        // oxlint-disable-next-line jsx-a11y/role-supports-aria-props -- for every role since ARIA 1.3
        aria-description={mark?.text}
        draggable={false}
        className="block rounded-picture outline-offset-2"
      >
        <span className="block" style={{ height: height - CAPTION_PX }}>
          <CollectionCover collection={collection} className="h-full" />
        </span>
        {mark && <MarkBadge mark={mark} corner="left-1.5 top-1.5" />}
        {!renaming && (
          <span className="block pt-2">
            <span className="block truncate text-base leading-5 text-text">{collection.name}</span>
            <span className="block truncate text-xs text-muted tabular-nums">{contentsOf(collection)}</span>
          </span>
        )}
      </Link>
      <InlineEdit
        label={`Name of ${collection.name}`}
        value={collection.name}
        editing={renaming}
        maxLength={LIMITS.collectionName}
        onSave={(name) => acts.rename(collection, name)}
        onDone={() => acts.endRename()}
        className="mt-1.5 h-6 text-base"
      >
        {null}
      </InlineEdit>
      <button
        type="button"
        aria-label={`Actions for ${collection.name}`}
        aria-haspopup="menu"
        tabIndex={-1}
        onClick={onMenu}
        className={clsx(
          'absolute top-1.5 right-1.5 flex size-control items-center justify-center rounded bg-scrim text-on-picture',
          'opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100',
        )}
      >
        <Ellipsis aria-hidden="true" size={16} />
      </button>
    </li>
  );
}

/** One collection on the wall: cover, name, counts. The whole card is a link. */
export const CollectionCard = memo(Card);
