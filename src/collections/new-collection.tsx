import { type FormEvent, useRef, useState } from 'react';
import { collectionNameSchema } from '~/contract/collection';
import { LIMITS } from '~/contract/limits';
import { Button } from '~/ui/button';
import { TextField } from '~/ui/text-field';
import { fold } from './collection-order';

interface NewCollectionProps {
  /** Names there are already, for the hint. */
  names: readonly string[];
  onCreate: (name: string) => void;
  onClose: () => void;
}

/** The line in which a collection is named before it exists. Enter creates, Escape leaves. */
export function NewCollection({ names, onCreate, onClose }: NewCollectionProps) {
  const [name, setName] = useState('');
  const parsed = collectionNameSchema.safeParse(name);
  const doubled = parsed.success && names.some((other) => fold(other) === fold(parsed.data));
  const before = useRef<Element>(null);

  const leave = () => {
    if (before.current instanceof HTMLElement) before.current.focus();
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!parsed.success) return;
    leave();
    onCreate(parsed.data);
  };
  return (
    <form
      aria-label="New collection"
      className="flex items-start gap-2 border-b border-line px-4 py-3"
      onSubmit={submit}
    >
      <TextField
        label="Name of the new collection"
        placeholder="Name of the new collection"
        hideLabel
        className="w-80 min-w-0"
        maxLength={LIMITS.collectionName}
        value={name}
        ref={(input) => {
          // The person asked for a new collection: the field takes the focus once, and gives it back.
          if (!input || before.current) return;
          before.current = document.activeElement;
          input.focus();
        }}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          leave();
        }}
        hint={doubled ? 'Another collection has this name. You can still use it.' : undefined}
      />
      <Button type="submit" variant="primary" disabled={!parsed.success}>
        Create
      </Button>
      <Button variant="ghost" onClick={leave}>
        Cancel
      </Button>
    </form>
  );
}
