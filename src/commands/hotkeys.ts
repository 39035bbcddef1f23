import { COMMAND_IDS, COMMANDS, type CommandId } from './commands';

/** What of a keyboard event the matcher reads. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

const APPLE = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

/** Whether one stroke, as `Mod+Shift+Z`, is what was pressed. A symbol needs no Shift of its own: `?` is `?`. */
export function matchesStroke(stroke: string, press: KeyPress, apple = APPLE): boolean {
  const parts = stroke.split('+').filter(Boolean);
  const named = stroke.endsWith('+') ? '+' : (parts.at(-1) ?? '');
  const wanted = named === 'Space' ? ' ' : named;
  const mod = apple ? press.metaKey : press.ctrlKey;
  const other = apple ? press.ctrlKey : press.metaKey;
  const symbol = wanted.length === 1 && !/[a-z0-9 ]/i.test(wanted);
  return (
    press.key.toLowerCase() === wanted.toLowerCase() &&
    mod === parts.includes('Mod') &&
    !other &&
    press.altKey === parts.includes('Alt') &&
    (symbol || press.shiftKey === parts.includes('Shift'))
  );
}

/** Whether a stroke is a bare character: silent in fields, and can be switched off. */
export function isLetterKey(stroke: string): boolean {
  const last = stroke.endsWith('+') ? '+' : (stroke.split('+').at(-1) ?? '');
  return last.length === 1 && !/Mod|Alt/.test(stroke);
}

/** Commands whose first stroke (or the second, after `prefix`) is `press`, in the order of the list. */
export function commandsFor(press: KeyPress, prefix: string | null, letters: boolean): CommandId[] {
  return COMMAND_IDS.filter((id) =>
    (COMMANDS[id].keys ?? []).some((keys) => {
      if (!letters && keys.split(' ').some(isLetterKey)) return false;
      const [first = '', second] = keys.split(' ');
      if (second === undefined) return prefix === null && matchesStroke(first, press);
      return prefix === first && matchesStroke(second, press);
    }),
  );
}

/** The first stroke of a two-stroke command that `press` begins (`G` of `G C`), or null. */
export function prefixOf(press: KeyPress, letters: boolean): string | null {
  if (!letters) return null;
  const firsts = COMMAND_IDS.flatMap((id) => COMMANDS[id].keys ?? []).flatMap((keys) => {
    const [first = '', second] = keys.split(' ');
    return second === undefined ? [] : [first];
  });
  return firsts.find((first) => matchesStroke(first, press)) ?? null;
}
