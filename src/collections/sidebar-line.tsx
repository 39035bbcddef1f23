import { Link } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import type { Collection } from '~/contract/collection';
import { useWorkspace } from '~/workspaces/use-workspace';
import { formatCount } from '~/ui/format-facts';

interface SidebarLineProps {
  collection: Collection;
  tabStop: boolean;
  onFocus: () => void;
  onNavigate: (() => void) | undefined;
  onMenu: (event: MouseEvent<HTMLElement>) => void;
}

/** One collection in the sidebar: a way there, and a place to drop things on. */
export function SidebarLine(props: SidebarLineProps) {
  const { collection, tabStop, onFocus, onNavigate, onMenu } = props;
  const workspace = useWorkspace();
  const { id, name, itemCount } = collection;
  return (
    <li data-collection={id}>
      <Link
        to="/$workspace/collections/$collectionId"
        params={{ workspace: workspace.id, collectionId: id }}
        tabIndex={tabStop ? 0 : -1}
        draggable={false}
        className="flex h-control items-center gap-2 rounded px-2 text-sm text-muted hover:bg-hover hover:text-text data-[status=active]:bg-hover data-[status=active]:text-text forced-colors:data-[status=active]:outline-2"
        onFocus={onFocus}
        onClick={onNavigate}
        onContextMenu={onMenu}
      >
        <span className="min-w-0 flex-1 truncate">{name}</span>
        <span className="text-xs tabular-nums">{formatCount(itemCount)}</span>
      </Link>
    </li>
  );
}
