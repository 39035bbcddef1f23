import { clsx } from 'clsx';
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';

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

/**
 * Text that is renamed in place: Enter or leaving saves, Escape keeps the old. An empty text changes nothing. Ended by
 * a key, the keyboard goes back to where it was; where that is gone, to what stands here.
 */
export function InlineEdit({ editing, children, ...field }: InlineEditProps) {
  const frame = useRef<HTMLSpanElement>(null);
  const before = useRef<Element>(null);
  const endedByKey = useRef(false);
  useLayoutEffect(() => {
    if (editing || !endedByKey.current) return;
    endedByKey.current = false;
    const back = before.current?.isConnected ? before.current : frame.current?.querySelector('button');
    if (back instanceof HTMLElement) back.focus();
  }, [editing]);
  return (
    <span ref={frame} className="contents">
      {editing ? <InlineField {...field} beforeRef={before} endedByKeyRef={endedByKey} /> : children}
    </span>
  );
}

interface InlineFieldProps extends Omit<InlineEditProps, 'editing' | 'children'> {
  beforeRef: RefObject<Element | null>;
  endedByKeyRef: RefObject<boolean>;
}

function InlineField(props: InlineFieldProps) {
  const { label, value, onDone, onSave, maxLength = 200, className, beforeRef, endedByKeyRef } = props;
  const [text, setText] = useState(value);

  // Removing a focused field may fire its blur: only the first ending counts.
  const ended = useRef(false);

  const end = (save: boolean, byKey: boolean) => {
    if (ended.current) return;
    ended.current = true;
    endedByKeyRef.current = byKey;
    const trimmed = text.trim();
    if (save && trimmed !== '' && trimmed !== value) onSave(trimmed);
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // Keys typed here are text, never commands of the grid around it.
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    // Or the same press would go on to press what has the focus next.
    event.preventDefault();
    end(event.key === 'Enter', true);
  };

  return (
    <input
      aria-label={label}
      value={text}
      maxLength={maxLength}
      spellCheck={false}
      // The person asked to type here: focus follows, with the old name ready to be replaced.
      ref={useCallback(
        (input: HTMLInputElement | null) => {
          if (!input) return;
          beforeRef.current = document.activeElement === document.body ? null : document.activeElement;
          input.focus();
          input.select();
        },
        [beforeRef],
      )}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => end(true, false)}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      className={clsx(
        '-mx-1 w-[calc(100%+8px)] min-w-0 rounded-[4px] bg-ground px-1 outline-2 outline-accent',
        className,
      )}
    />
  );
}
