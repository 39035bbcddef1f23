import { X } from 'lucide-react';
import { useId } from 'react';
import type { CollectionId } from '~/contract/ids';
import { Button } from '~/ui/button';
import { Dialog } from '~/ui/dialog';
import { fieldClass } from '~/ui/field-class';
import { countOf, formatCount } from '~/ui/format-facts';
import { TargetLine } from './target-line';
import { type TargetDecision, type TargetItem, type TargetMode, useTargetChoice } from './use-target-choice';

interface TargetChooserProps {
  /** "Add 12 assets to", "Move 12 assets to". */
  title: string;
  /** What the button says before its number: "Add", "Move", "Copy". */
  verb: string;
  items: readonly TargetItem[];
  mode: TargetMode;
  /** Not offered: the collection that the items come from. */
  without?: CollectionId | undefined;
  onDecide: (decision: TargetDecision) => void;
  onClose: () => void;
}

/** Chooses collections for items: type to find, Enter decides, a name nobody has can be made on the spot. */
export function TargetChooser(props: TargetChooserProps) {
  const { title, verb, items, mode, without, onDecide, onClose } = props;
  const listId = useId();
  const choice = useTargetChoice({
    items,
    mode,
    without,
    onDecide: (decision) => {
      onClose();
      onDecide(decision);
    },
  });
  const { lines, offers, current, made } = choice;
  const remaining = choice.found - lines.length;
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      width="medium"
      footer={
        mode !== 'one' && (
          <>
            <p className="mr-auto self-center text-xs text-muted max-sm:hidden">
              Arrows and Space tick several, Enter applies.
            </p>
            <Button onClick={onClose}>Cancel</Button>
            <Button
              variant="primary"
              className="max-w-64"
              disabled={!choice.decision}
              keys="Enter"
              onClick={choice.confirm}
            >
              <span className="truncate">{confirmText(verb, choice.decision)}</span>
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
        aria-activedescendant={current >= 0 ? `${listId}-${current}` : undefined}
        placeholder="Find or make a collection"
        autoComplete="off"
        spellCheck={false}
        value={choice.text}
        onChange={(event) => choice.type(event.target.value)}
        onKeyDown={choice.onKeyDown}
        className={fieldClass()}
      />
      {made.length > 0 && (
        <ul aria-label="Will be made" className="flex flex-wrap gap-1 pt-2">
          {made.map((name) => (
            <li key={name} className="flex max-w-full items-center rounded bg-hover pl-2 text-xs">
              <span className="truncate">{name}</span>
              <button
                type="button"
                aria-label={`Do not make ${name}`}
                className="flex size-6 shrink-0 items-center justify-center rounded text-muted hover:text-text"
                onClick={() => choice.unmake(name)}
              >
                <X aria-hidden="true" size={12} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div
        id={listId}
        role="listbox"
        aria-label="Collections"
        aria-multiselectable={mode !== 'one'}
        className="-mx-2 mt-2 h-[min(46vh,340px)] overflow-y-auto bg-raised"
      >
        {lines.map((collection, index) => (
          <TargetLine
            key={collection.id}
            id={`${listId}-${index}`}
            collection={collection}
            active={index === current}
            state={choice.stateOf(collection.id)}
            onChoose={() => choice.choose(index)}
          />
        ))}
        {offers !== undefined && (
          <TargetLine
            id={`${listId}-${lines.length}`}
            create={offers}
            active={current === lines.length}
            state={undefined}
            onChoose={() => choice.choose(lines.length)}
          />
        )}
        {choice.rows === 0 && (
          <p className="px-2 py-1.5 text-sm text-muted">
            {choice.complete ? 'No collection yet: type a name to make one.' : 'Reading the collections…'}
          </p>
        )}
      </div>
      <p className="min-h-4 border-t border-line pt-1.5 text-xs text-muted">
        {offers !== undefined && choice.isKnown(offers)
          ? 'There is already a collection of that name.'
          : remaining > 0
            ? `${formatCount(remaining)} more: type to find them.`
            : countOf(choice.found, 'collection')}
      </p>
    </Dialog>
  );
}

/** "Add to Props", "Add to 3, remove from Street". */
function confirmText(verb: string, decision: TargetDecision | undefined): string {
  if (!decision) return verb;
  const { add, remove, create } = decision;
  const one = (names: readonly string[]) =>
    names.length === 1 ? (names[0] ?? '') : formatCount(names.length);
  const into = [...add.map(({ name }) => name), ...create];
  const parts = [];
  if (into.length > 0) parts.push(`${verb} to ${one(into)}`);
  if (remove.length > 0)
    parts.push(`${into.length > 0 ? 'remove' : 'Remove'} from ${one(remove.map(({ name }) => name))}`);
  return parts.join(', ');
}
