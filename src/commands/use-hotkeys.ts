import { useEffect } from 'react';
import { type CommandId, COMMANDS } from './commands';
import { findHandler } from './command-store';
import { commandsFor, prefixOf } from './hotkeys';
import { keySettings } from './key-settings';

/** How long the second stroke of `G C` may take. */
const SEQUENCE_MS = 1500;
/** How long `G` waits whether it is the first stroke of `G C`. */
const DECIDE_MS = 400;

const FIELDS =
  'input:not([type=checkbox],[type=radio],[type=range],[type=button]),textarea,select,[contenteditable]:not([contenteditable=false])';
/** Things that answer Enter and Space themselves. */
const PRESSABLE =
  'button,a[href],summary,input,[role=button],[role=link],[role=option],[role^=menuitem],[role=tab]';
const OVERLAY = '[role=dialog],[role=alertdialog],[role=menu],[role=listbox]';
/** A menu has all keys from the moment it is there, also before it has the focus. */
const MENU = '[role=menu]:not([data-closed])';

/**
 * Runs commands by their keys, from anywhere. Mount once. Leaves alone: events somebody answered, text fields,
 * Enter and Space on controls, and open dialogs except those marked `data-commands`: with ids, for those commands alone.
 */
export function useHotkeys(): void {
  useEffect(() => {
    let prefix: string | null = null;
    let prefixAt = 0;
    let undecided: ReturnType<typeof setTimeout> | undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      clearTimeout(undecided);
      if (event.defaultPrevented || event.isComposing || event.key === 'Shift') return;
      const { letters } = keySettings.getState();
      if (performance.now() - prefixAt > SEQUENCE_MS) prefix = null;
      const target = event.target instanceof Element ? event.target : null;
      const candidates = commandsFor(event, prefix, letters).filter((id) => mayRun(event, target, id));
      const next = candidates.find((id) => findHandler(id));
      const began = !prefix && !target?.closest(FIELDS) ? prefixOf(event, letters) : null;
      prefix = next && !began ? null : began;
      prefixAt = performance.now();
      if (!next) return;
      event.preventDefault();
      if (!began) return findHandler(next)?.run();
      undecided = setTimeout(() => {
        prefix = null;
        findHandler(next)?.run();
      }, DECIDE_MS);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      clearTimeout(undecided);
      document.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}

function mayRun(event: KeyboardEvent, target: Element | null, id: CommandId): boolean {
  if (document.querySelector(MENU)) return false;
  if (!target) return true;
  if (target.closest(FIELDS) && !COMMANDS[id].inFields) return false;
  if ((event.key === 'Enter' || event.key === ' ') && target.closest(PRESSABLE)) return false;
  return isHeardAt(target, id);
}

/** Whether a command acts where something has the focus: what lies over the page keeps it off, unless it says otherwise. */
export function isHeardAt(target: Element | null, id: CommandId): boolean {
  const overlay = target?.closest(OVERLAY);
  if (!overlay) return true;
  const allowed = overlay.closest('[data-commands]')?.getAttribute('data-commands') ?? undefined;
  return allowed === '' || allowed?.split(' ').includes(id) === true;
}
