import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { collectionNameSchema } from '~/contract/collection';
import type { CollectionId } from '~/contract/ids';
import { Button } from '~/ui/button';
import { Dialog } from '~/ui/dialog';
import { fieldClass } from '~/ui/field-class';
import { fold } from './collection-order';
import { countOf, formatCount } from './collection-text';
import { type Edits, lineState, withEdit } from './target-choice';
import { TargetLine } from './target-line';
import { useCollections } from './use-collections';

export interface TargetItem {
  readonly id: string;
  readonly collectionIds: readonly CollectionId[];
}

/** What the person decided: collections by id, and names of collections to be made. */
export interface TargetDecision {
  add: readonly CollectionId[];
  remove: readonly CollectionId[];
  create: readonly string[];
}

interface TargetChooserProps {
  /** "Add 12 assets to", "Move 12 assets to". */
  title: string;
  /** What the button says before its number: "Add", "Move", "Copy". */
  verb: string;
  items: readonly TargetItem[];
  /** `edit` ticks and clears memberships, `several` only adds, `one` takes the first choice. */
  mode: 'edit' | 'several' | 'one';
  /** Not offered: the collection that the items come from. */
  without?: CollectionId | undefined;
  onDecide: (decision: TargetDecision) => void;
  onClose: () => void;
}

/** More lines than this are found by typing. */
const MOST_LINES = 200;

/** Chooses collections for items: type to find, Enter ticks, a name nobody has can be made on the spot. */
export function TargetChooser(props: TargetChooserProps) {
  const { title, verb, items, mode, without, onDecide, onClose } = props;
  const listId = useId();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [edits, setEdits] = useState<Edits>(new Map());
  const [made, setMade] = useState<readonly string[]>([]);
  const { collections = [], complete } = useCollections({ q: text, sort: 'updated' }, true);
  const found = useMemo(() => collections.filter(({ id }) => id !== without), [collections, without]);
  const typed = collectionNameSchema.safeParse(text);
  const known = (name: string) => found.some((collection) => fold(collection.name) === fold(name));
  const offers = typed.success && !made.includes(typed.data) ? typed.data : undefined;
  const lines = found.slice(0, MOST_LINES);
  const rows = lines.length + (offers === undefined ? 0 : 1);
  const current = Math.min(active, rows - 1);

  const decide = (decision: TargetDecision) => {
    onClose();
    onDecide(decision);
  };
  const choose = (index: number) => {
    const line = lines[index];
    if (!line && offers === undefined) return;
    if (mode === 'one') {
      decide({ add: line ? [line.id] : [], remove: [], create: line ? [] : [offers ?? ''] });
    } else if (line) {
      setEdits(withEdit(items, edits, line.id, lineState(items, line.id, edits) !== true));
    } else if (offers !== undefined) {
      setMade([...made, offers]);
      setText('');
    }
  };
  const confirm = () => {
    const add = [...edits].filter(([, ticked]) => ticked).map(([id]) => id);
    const remove = [...edits].filter(([, ticked]) => !ticked).map(([id]) => id);
    decide({ add, remove, create: made });
  };
  const changes = edits.size + made.length;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && rows > 0) {
      event.preventDefault();
      setActive((current + step + rows) % rows);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if ((event.ctrlKey || event.metaKey) && changes > 0) confirm();
      else choose(Math.max(0, current));
    }
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      width="medium"
      footer={
        mode !== 'one' && (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button variant="primary" disabled={changes === 0} keys="Mod+Enter" onClick={confirm}>
              {confirmText(verb, edits, made)}
            </Button>
          </>
        )
      }
    >
      <input
        type="text"
        role="combobox"
        aria-label="Find or make a collection"
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={listId}
        aria-activedescendant={rows > 0 ? `${listId}-${current}` : undefined}
        placeholder="Find or make a collection"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        className={fieldClass()}
      />
      {made.length > 0 && (
        <p className="pt-2 text-xs text-muted wrap-anywhere">
          Will be made: {made.map((name) => `“${name}”`).join(', ')}
        </p>
      )}
      <div
        id={listId}
        role="listbox"
        aria-label="Collections"
        aria-multiselectable={mode !== 'one'}
        className="-mx-2 mt-2 h-[min(46vh,340px)] overflow-y-auto"
      >
        {lines.map((collection, index) => (
          <TargetLine
            key={collection.id}
            id={`${listId}-${index}`}
            collection={collection}
            active={index === current}
            state={mode === 'one' ? undefined : lineState(items, collection.id, edits)}
            onPoint={() => setActive(index)}
            onChoose={() => choose(index)}
          />
        ))}
        {offers !== undefined && (
          <TargetLine
            id={`${listId}-${lines.length}`}
            create={offers}
            active={current === lines.length}
            state={undefined}
            onPoint={() => setActive(lines.length)}
            onChoose={() => choose(lines.length)}
          />
        )}
        {rows === 0 && (
          <p className="px-2 py-1.5 text-sm text-muted">
            {complete ? 'No collection yet: type a name to make one.' : 'Reading the collections…'}
          </p>
        )}
      </div>
      <p className="min-h-4 border-t border-line pt-1.5 text-xs text-muted">
        {offers !== undefined && known(offers)
          ? 'There is already a collection of that name.'
          : remainder(found.length)}
      </p>
    </Dialog>
  );
}

function remainder(count: number): string {
  return count > MOST_LINES
    ? `${formatCount(count - MOST_LINES)} more: type to find them.`
    : countOf(count, 'collection');
}

function confirmText(verb: string, edits: Edits, made: readonly string[]): string {
  const added = [...edits.values()].filter(Boolean).length + made.length;
  const removed = edits.size + made.length - added;
  const parts = [];
  if (added > 0 || removed === 0) parts.push(added > 0 ? `${verb} to ${formatCount(added)}` : verb);
  if (removed > 0) parts.push(`${parts.length > 0 ? 'remove' : 'Remove'} from ${formatCount(removed)}`);
  return parts.join(', ');
}
