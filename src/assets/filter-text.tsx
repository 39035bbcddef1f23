import { type Ref, useEffect, useEffectEvent, useState } from 'react';
import { SearchField } from '~/ui/search-field';

/** Milliseconds without a key after which what was typed is searched for. */
const PAUSE_MS = 250;

interface FilterTextProps {
  /** Name of the field; "Search assets" unless told. */
  label?: string;
  /** The text in the address. */
  value: string;
  onChange: (value: string) => void;
  fieldRef: Ref<HTMLInputElement> | undefined;
}

/** Filters as you type, once typing pauses; the address may change the text too (Back, a cleared chip). */
export function FilterText({ label = 'Search assets', value, onChange, fieldRef }: FilterTextProps) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    // What is being typed is ahead of the address it just wrote: only a text from elsewhere replaces it.
    if (typed.trim() !== value) setTyped(value);
  }
  const text = typed.trim();
  const send = useEffectEvent((next: string) => {
    setKnown(next);
    onChange(next);
  });
  useEffect(() => {
    if (text === value) return undefined;
    const timer = setTimeout(() => send(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, value]);

  return (
    <SearchField
      label={label}
      keys="/"
      className="w-full sm:w-56"
      value={typed}
      onChange={setTyped}
      {...(fieldRef && { ref: fieldRef })}
    />
  );
}
