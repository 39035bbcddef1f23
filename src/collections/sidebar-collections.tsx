import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, type MouseEvent, useDeferredValue, useMemo, useRef, useState } from 'react';
import { usePaletteEntries } from '~/commands/use-command-handlers';
import type { Collection } from '~/contract/collection';
import type { CollectionId } from '~/contract/ids';
import { SearchField } from '~/ui/search-field';
import { useWorkspace } from '~/workspaces/use-workspace';
import { formatCount } from '~/ui/format-facts';
import { lazyPart } from '~/ui/lazy-part';
import { SidebarLine } from './sidebar-line';
import type { SidebarMenuAt } from './sidebar-menu';
import { useCutTooltips } from './use-cut-tooltips';
import { useSidebarLines } from './use-sidebar-lines';

const SidebarMenu = lazyPart(() => import('./sidebar-menu'), 'SidebarMenu');

/** So many lines at a time; the others are found by typing, or asked for. */
const STEP = 60;
/** From this many on a field to find one is worth its room. */
const FIELD_FROM = 9;

/** The collections for the sidebar, pinned and recent ones first; all of them are lines of the palette too. */
export function SidebarCollections({ onNavigate }: { onNavigate?: () => void }) {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [most, setMost] = useState(STEP);
  const [tabStop, setTabStop] = useState<string>();
  const [menu, setMenu] = useState<SidebarMenuAt & { asked: number }>();
  const { pinned, others, read, hold } = useSidebarLines(text);
  const list = useRef<HTMLDivElement>(null);
  useCutTooltips(list);

  const all = useMemo(() => [...pinned, ...others], [pinned, others]);
  const open = (id: CollectionId) =>
    void navigate({
      to: '/$workspace/collections/$collectionId',
      params: { workspace: workspace.id, collectionId: id },
    });
  const entries = useMemo(
    () => all.map(({ id, name }) => ({ id, label: name, group: 'Collection', run: () => open(id) })),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `open` only carries what is listed here
    [all, navigate, workspace.id],
  );
  usePaletteEntries('collections', entries);
  // Some fifty links take as long as the tiles of the first view, which go first.
  const isDue = useDeferredValue(read > 0, false);
  if (!isDue) return null;

  const shown = others.slice(0, most);
  const first = all[0];
  const stop = all.some(({ id }) => id === tabStop) ? tabStop : first?.id;
  const focus = (step: (index: number, last: number) => number) => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>('a') ?? [])];
    const index = links.indexOf(document.activeElement as HTMLElement);
    links[Math.max(0, Math.min(links.length - 1, step(index, links.length - 1)))]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const inField = event.target instanceof HTMLInputElement;
    if (event.key === 'ArrowDown') focus((index) => (inField ? 0 : index + 1));
    else if (event.key === 'Enter' && inField && text !== '' && first) {
      setText('');
      onNavigate?.();
      open(first.id);
    } else if (inField) return;
    else if (event.key === 'ArrowUp') focus((index) => index - 1);
    else if (event.key === 'Home') focus(() => 0);
    else if (event.key === 'End') focus((_, last) => last);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onMenu = (collection: Collection) => (event: MouseEvent<HTMLElement>) => {
    event.preventDefault();
    const box = event.currentTarget.getBoundingClientRect();
    const { clientX: x, clientY: y } = event;
    // The menu key gives no point of its own.
    const asked = (menu?.asked ?? 0) + 1;
    setMenu({ asked, collection, at: x === 0 && y === 0 ? { x: box.left + 8, y: box.bottom } : { x, y } });
  };
  const lines = (collections: readonly Collection[], label: string) => (
    <ul aria-label={label} className="flex flex-col gap-px">
      {collections.map((collection) => (
        <SidebarLine
          key={collection.id}
          collection={collection}
          tabStop={collection.id === stop}
          onFocus={() => setTabStop(collection.id)}
          onNavigate={onNavigate}
          onMenu={onMenu(collection)}
        />
      ))}
    </ul>
  );
  return (
    // The arrows move among the links inside; the landmark itself takes no focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <nav
      aria-label="Collections"
      className="border-t border-line py-2"
      onKeyDown={onKeyDown}
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
    >
      {read >= FIELD_FROM && (
        <SearchField label="Find a collection" value={text} onChange={setText} className="mb-1.5" />
      )}
      <div ref={list}>
        {pinned.length > 0 && (
          <>
            <p className="px-2 pt-1 pb-0.5 text-xs text-muted">Pinned</p>
            {lines(pinned, 'Pinned')}
            <p className="px-2 pt-2.5 pb-0.5 text-xs text-muted">Recent</p>
          </>
        )}
        {lines(shown, text.trim() === '' ? 'Recent' : 'Found')}
      </div>
      {all.length === 0 && <p className="px-2 py-1 text-xs text-muted">No collection is called that.</p>}
      {others.length > shown.length && (
        <button
          type="button"
          className="flex h-control w-full items-center rounded px-2 text-xs text-muted hover:bg-hover hover:text-text"
          onClick={() => setMost(most + STEP)}
        >
          {formatCount(others.length - shown.length)} more
        </button>
      )}
      {menu && <SidebarMenu key={menu.asked} {...menu} />}
    </nav>
  );
}
