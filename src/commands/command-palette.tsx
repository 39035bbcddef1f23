import { clsx } from 'clsx';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { Dialog } from '~/ui/dialog';
import { Kbd } from '~/ui/kbd';
import { commandScore } from './command-score';
import { commandStore, findHandler, showOverlay } from './command-store';
import { COMMAND_IDS, COMMANDS } from './commands';
import { isHeardAt } from './use-hotkeys';

interface Line {
  id: string;
  label: string;
  group: string;
  keys?: string | undefined;
  run: () => void;
}

/** Every command that can run now, and places to go to, found by typing. */
export function CommandPalette() {
  const open = useStore(commandStore, (state) => state.overlay === 'palette');
  return (
    <Dialog open={open} onClose={() => showOverlay(null)} title="Find a command" hideTitle width="medium">
      <PaletteList />
    </Dialog>
  );
}

function PaletteList() {
  const listId = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const palette = useStore(commandStore, (state) => state.palette);
  const all = useMemo(() => [...commandLines(), ...[...palette.values()].flat()], [palette]);
  const lines = useMemo(() => rank(all, query), [all, query]);
  const current = Math.min(active, lines.length - 1);

  const run = (line: Line | undefined) => {
    if (!line) return;
    showOverlay(null);
    // Once the palette is gone and focus is back: the command may move it.
    requestAnimationFrame(() => line.run());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && lines.length > 0) {
      event.preventDefault();
      setActive((current + step + lines.length) % lines.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(lines[current]);
    }
  };

  return (
    <>
      <input
        type="text"
        role="combobox"
        aria-label="Find a command"
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={listId}
        aria-activedescendant={lines.length > 0 ? `${listId}-${current}` : undefined}
        placeholder="Find a command or a collection"
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        className="sticky top-0 z-10 h-12 w-full border-b border-line bg-raised px-4 text-base -outline-offset-2 placeholder:text-muted"
      />
      <div
        id={listId}
        role="listbox"
        aria-label="Commands"
        className="h-[min(50vh,360px)] overflow-y-auto p-1"
      >
        {lines.map((line, index) => (
          // The field keeps the focus and its keys; the pointer is the list's own.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={line.id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            ref={index === current ? scrollIntoView : undefined}
            onPointerMove={() => setActive(index)}
            onClick={() => run(line)}
            className={clsx(
              'flex h-8 cursor-default scroll-my-1 items-center gap-3 rounded-[4px] px-3 text-sm',
              index === current && 'bg-hover forced-colors:outline-2',
            )}
          >
            <span className="min-w-0 flex-1 truncate">
              <span className="text-muted">{line.group} </span>
              {line.label}
            </span>
            {line.keys && <Kbd keys={line.keys} plain />}
          </div>
        ))}
        {lines.length === 0 && <p className="px-3 py-2 text-sm text-muted">No command is called that.</p>}
      </div>
    </>
  );
}

const scrollIntoView = (element: HTMLElement | null) => element?.scrollIntoView?.({ block: 'nearest' });

function commandLines(): Line[] {
  return COMMAND_IDS.flatMap((id) => {
    const handler = findHandler(id);
    const { label, group, keys, hidden } = COMMANDS[id];
    if (!handler || hidden || !isHeardAt(commandStore.getState().from, id)) return [];
    return [{ id, label: handler.label ?? label, group, keys: keys?.[0], run: handler.run }];
  });
}

function rank(lines: readonly Line[], query: string): Line[] {
  return lines
    .map((line) => ({ line, score: commandScore(`${line.label} ${line.group}`, query) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => (query === '' ? 0 : b.score - a.score))
    .map(({ line }) => line);
}
