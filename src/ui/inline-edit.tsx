import { clsx } from 'clsx';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';

interface InlineEditProps {
  /** Accessible name of the field: "Name of Props". */
  label: string;
  value: string;
  editing: boolean;
  /** The person is done; called once, with or without a save before. */
  onDone: () => void;
  /** The new text, trimmed, not empty, and other than `value`. */
  onSave: (value: string) => void;
  maxLength?: number;
  /** What stands here while nobody edits. */
  children: ReactNode;
  className?: string;
}

/** Text that is renamed in place: Enter or leaving saves, Escape keeps the old. An empty text changes nothing. */
export function InlineEdit({ editing, children, ...field }: InlineEditProps) {
  return editing ? <InlineField {...field} /> : children;
}

type InlineFieldProps = Omit<InlineEditProps, 'editing' | 'children'>;

function InlineField({ label, value, onDone, onSave, maxLength = 200, className }: InlineFieldProps) {
  const [text, setText] = useState(value);

  // Removing a focused field may fire its blur: only the first ending counts.
  const ended = useRef(false);

  const end = (save: boolean) => {
    if (ended.current) return;
    ended.current = true;
    const trimmed = text.trim();
    if (save && trimmed !== '' && trimmed !== value) onSave(trimmed);
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // Keys typed here are text, never commands of the grid around it.
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') end(true);
    if (event.key === 'Escape') end(false);
  };

  return (
    <input
      aria-label={label}
      value={text}
      maxLength={maxLength}
      spellCheck={false}
      // The person asked to type here: focus follows, with the old name ready to be replaced.
      ref={focusAndSelect}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => end(true)}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      className={clsx(
        '-mx-1 w-[calc(100%+8px)] min-w-0 rounded-[4px] bg-ground px-1 outline-2 outline-accent',
        className,
      )}
    />
  );
}

function focusAndSelect(input: HTMLInputElement | null) {
  input?.focus();
  input?.select();
}
