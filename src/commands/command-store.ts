import { createStore } from 'zustand/vanilla';
import type { CommandId } from './commands';

/** What a place does for a command. */
export interface CommandHandler {
  run: () => void;
  /** `false` while there is nothing to act on. */
  enabled?: boolean;
  /** A closer name here: "Remove from Props", "Undo add to Props". */
  label?: string | undefined;
  /** For what is switched on and off. */
  checked?: boolean;
}

export type CommandHandlers = Partial<Record<CommandId, CommandHandler | (() => void)>>;

/** The handlers of one place, read at the moment of use, so that they are never stale. */
export type CommandScope = () => CommandHandlers;

/** A line of the palette that is no verb: a collection to go to. */
export interface PaletteEntry {
  id: string;
  label: string;
  group: string;
  run: () => void;
}

interface CommandState {
  /** Innermost last: where two places handle the same command, the later one wins. */
  scopes: readonly CommandScope[];
  palette: ReadonlyMap<string, readonly PaletteEntry[]>;
  /** What lies over everything. */
  overlay: 'palette' | 'keys' | null;
  /** What had the focus before that. */
  from: Element | null;
  /** Counts changes of availability inside scopes. */
  revision: number;
}

export const commandStore = createStore<CommandState>(() => ({
  scopes: [],
  palette: new Map(),
  overlay: null,
  from: null,
  revision: 0,
}));

/** The handler that answers `id` now, or null when no place does, or none can. */
export function findHandler(id: CommandId): CommandHandler | null {
  for (const scope of commandStore.getState().scopes.toReversed()) {
    const handlers = scope();
    if (handlers[id]) return handlerIn(handlers, id);
  }
  return null;
}

/** What `handlers` do for `id`, or null where they do nothing, or cannot now. */
export function handlerIn(handlers: CommandHandlers, id: CommandId): CommandHandler | null {
  const handler = handlers[id];
  if (!handler) return null;
  const full = typeof handler === 'function' ? { run: handler } : handler;
  return full.enabled === false ? null : full;
}

/** Runs `id` where a place answers it; says whether one did. */
export function runCommand(id: CommandId): boolean {
  const handler = findHandler(id);
  handler?.run();
  return handler !== null;
}

/** Opens the palette or the sheet of keys, or closes what is open. */
export function showOverlay(overlay: 'palette' | 'keys' | null): void {
  commandStore.setState({ overlay, from: overlay && document.activeElement });
}
