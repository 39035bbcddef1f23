import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { usePaletteEntries } from '~/commands/use-command-handlers';
import { SearchField } from '~/ui/search-field';
import { useWorkspace } from '~/workspaces/use-workspace';
import { arrangeCollections } from './collection-order';
import { formatCount } from './collection-text';
import { useCollections } from './use-collections';

/** More lines than this are found by typing. */
const MOST_LINES = 60;
/** From this many on a field to find one is worth its room. */
const FIELD_FROM = 9;

/** The collections, changed last first, for the sidebar; all of them are lines of the palette too. */
export function SidebarCollections({ onNavigate }: { onNavigate?: () => void }) {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const { collections: found = [], read } = useCollections({ q: text, sort: 'server' });
  // Of those read so far: the frame of every place must not ask for pages that nobody looks at.
  const collections = useMemo(() => arrangeCollections(found, { q: '', sort: 'updated' }), [found]);
  const entries = useMemo(
    () =>
      collections.map(({ id, name }) => ({
        id,
        label: name,
        group: 'Collection',
        run: () =>
          void navigate({
            to: '/$workspace/collections/$collectionId',
            params: { workspace: workspace.id, collectionId: id },
          }),
      })),
    [collections, navigate, workspace.id],
  );
  usePaletteEntries('collections', entries);
  if (read === 0) return null;
  return (
    <nav aria-label="Collections" className="border-t border-line py-2">
      {read >= FIELD_FROM && (
        <SearchField label="Find a collection" value={text} onChange={setText} className="mb-1.5" />
      )}
      <ul className="flex flex-col gap-px">
        {collections.slice(0, MOST_LINES).map(({ id, name, itemCount }) => (
          <li key={id} data-collection={id}>
            <Link
              to="/$workspace/collections/$collectionId"
              params={{ workspace: workspace.id, collectionId: id }}
              className="flex h-control items-center gap-2 rounded px-2 text-sm text-muted hover:bg-hover hover:text-text data-[status=active]:bg-hover data-[status=active]:text-text forced-colors:data-[status=active]:outline-2"
              onClick={onNavigate}
            >
              <span className="min-w-0 flex-1 truncate">{name}</span>
              <span className="text-xs tabular-nums">{formatCount(itemCount)}</span>
            </Link>
          </li>
        ))}
      </ul>
      {collections.length > MOST_LINES && (
        <p className="px-2 pt-1 text-xs text-muted">
          {formatCount(collections.length - MOST_LINES)} more: type to find them.
        </p>
      )}
    </nav>
  );
}
