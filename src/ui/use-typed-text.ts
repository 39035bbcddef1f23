import { useState } from 'react';

/**
 * The text of a field that is kept elsewhere, and comes back from there late (the address): what is typed stands at once,
 * and only a text that was not typed here replaces it. Otherwise the caret would jump, and a composition be cut off.
 */
export function useTypedText(
  value: string,
  onChange: (text: string) => void,
): [string, (text: string) => void] {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  /** Typed, and not come back yet. */
  const [ahead, setAhead] = useState<readonly string[]>([]);
  if (known !== value) {
    setKnown(value);
    const at = ahead.indexOf(value);
    setAhead(at === -1 ? [] : ahead.slice(at + 1));
    if (at === -1) setTyped(value);
  }
  const type = (text: string) => {
    setTyped(text);
    setAhead([...ahead, text]);
    onChange(text);
  };
  return [typed, type];
}
