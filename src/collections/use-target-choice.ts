import { type KeyboardEvent, useMemo, useState } from 'react';
import { type Collection, collectionNameSchema } from '~/contract/collection';
import type { CollectionId } from '~/contract/ids';
import { closestFirst, type Edits, lineState, standingOf, withEdit, withToggle } from './target-choice';
import { useCollections } from './use-collections';

export interface TargetItem {
  readonly id: string;
  readonly collectionIds: readonly CollectionId[];
}

/** What the person decided: collections there are, and names of collections to be made. */
export interface TargetDecision {
  add: readonly Collection[];
  remove: readonly Collection[];
  create: readonly string[];
}

/** `edit` ticks and clears memberships, `several` only adds, `one` takes the first choice. */
export type TargetMode = 'edit' | 'several' | 'one';

interface TargetChoiceOptions {
  items: readonly TargetItem[];
  mode: TargetMode;
  /** Not offered: the collection that the items come from. */
  without: CollectionId | undefined;
  onDecide: (decision: TargetDecision) => void;
}

/** More lines than this are found by typing. */
const MOST_LINES = 200;

/**
 * Choosing collections with a field for the keyboard and lines for the pointer. Enter decides; what has been found by
 * typing counts as chosen, as long as the person has not gone on to other lines. Space ticks the line one has gone to.
 */
export function useTargetChoice({ items, mode, without, onDecide }: TargetChoiceOptions) {
  const [text, setText] = useState('');
  /** The line the arrows have gone to; null while what was typed says which one. */
  const [line, setLine] = useState<number | null>(null);
  const [edits, setEdits] = useState<Edits>(new Map());
  const [made, setMade] = useState<readonly string[]>([]);
  const standing = useMemo(() => standingOf(items), [items]);
  const { collections = [], complete } = useCollections({ q: text, sort: 'updated' }, true);
  const { collections: every = [] } = useCollections();
  const found = useMemo(
    () =>
      closestFirst(
        collections.filter(({ id }) => id !== without),
        text,
      ),
    [collections, without, text],
  );
  const typed = collectionNameSchema.safeParse(text);
  const offers = typed.success && !made.includes(typed.data) ? typed.data : undefined;
  const lines = found.slice(0, MOST_LINES);
  const rows = lines.length + (offers === undefined ? 0 : 1);
  const active = line ?? (offers === undefined ? -1 : 0);
  const current = Math.min(active, rows - 1);
  const changes = edits.size + made.length;

  /** The decision if the line at `index` is chosen too; undefined where that changes nothing. */
  const including = (index: number): TargetDecision | undefined => {
    const chosen = lines[index];
    const next =
      chosen && lineState(standing, chosen.id, edits) !== true
        ? withEdit(standing, edits, chosen.id, true)
        : edits;
    const names = index >= lines.length && offers !== undefined ? [...made, offers] : made;
    if (next.size + names.length === 0) return undefined;
    // In the order in which they were chosen.
    const named = (ticked: boolean) =>
      [...next].flatMap(([id, now]) => (now === ticked && every.find((one) => one.id === id)) || []);
    return { add: named(true), remove: named(false), create: names };
  };
  // Going through the lines after something was ticked is looking, not choosing.
  const counts = current >= 0 && (line === null || changes === 0);
  const decision = including(counts ? current : -1);

  const tick = (index: number) => {
    const chosen = lines[index];
    if (chosen) {
      setEdits(withToggle(standing, edits, chosen.id, mode === 'several'));
    } else if (offers !== undefined) {
      setMade([...made, offers]);
      setText('');
    }
  };
  const choose = (index: number) => {
    if (mode !== 'one') {
      setLine(index);
      return tick(index);
    }
    const chosen = lines[index];
    if (chosen) onDecide({ add: [chosen], remove: [], create: [] });
    else if (offers !== undefined) onDecide({ add: [], remove: [], create: [offers] });
  };
  const confirm = () => {
    if (mode === 'one') choose(current);
    else if (decision) onDecide(decision);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && rows > 0) {
      const first = step === 1 ? 0 : rows - 1;
      setLine(line === null ? first : (current + step + rows) % rows);
    } else if (event.key === ' ' && line !== null && mode !== 'one') {
      tick(current);
      // What is typed next looks for another one.
      event.currentTarget.select();
    } else if (event.key === 'Enter') confirm();
    else return;
    event.preventDefault();
  };
  const type = (next: string) => {
    setText(next);
    setLine(null);
  };
  return {
    text,
    type,
    lines,
    offers,
    rows,
    current,
    made,
    /** Collections found, also beyond those that are lines. */
    found: found.length,
    complete,
    isKnown: (name: string) => found.some((other) => other.name.toLowerCase() === name.toLowerCase()),
    stateOf: (id: CollectionId) => (mode === 'one' ? undefined : lineState(standing, id, edits)),
    unmake: (name: string) => setMade(made.filter((other) => other !== name)),
    decision,
    choose,
    confirm,
    onKeyDown,
  };
}
