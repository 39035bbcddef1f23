import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { CommandId } from './commands';
import {
  type CommandHandler,
  type CommandHandlers,
  commandStore,
  findHandler,
  type PaletteEntry,
} from './command-store';

/**
 * Says what this place does for commands, as long as it is mounted. The latest handlers are called; a change of
 * what is available or of a label reaches menus and bars. Where two places answer, the one mounted last wins.
 */
export function useCommandHandlers(handlers: CommandHandlers): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const scope = () => latest.current;
    commandStore.setState(({ scopes }) => ({ scopes: [...scopes, scope] }));
    return () =>
      commandStore.setState(({ scopes }) => ({ scopes: scopes.filter((other) => other !== scope) }));
  }, []);
  const face = JSON.stringify(
    Object.entries(handlers).map(([id, handler]) => [id, typeof handler === 'function' ? {} : handler]),
  );
  const seen = useRef(face);
  useEffect(() => {
    // Registering already told everybody about the first face.
    if (seen.current === face) return;
    seen.current = face;
    commandStore.setState(({ revision }) => ({ revision: revision + 1 }));
  }, [face]);
}

/** The handlers that answer `ids` now, in that order, kept up to date. */
export function useAvailableCommands(
  ids: readonly CommandId[],
): { id: CommandId; handler: CommandHandler }[] {
  useStore(commandStore, (state) => state.scopes);
  useStore(commandStore, (state) => state.revision);
  return ids.flatMap((id) => {
    const handler = findHandler(id);
    return handler ? [{ id, handler }] : [];
  });
}

/** Adds lines to the palette as long as the caller is mounted; memoise `entries`. */
export function usePaletteEntries(key: string, entries: readonly PaletteEntry[]): void {
  useEffect(() => {
    commandStore.setState(({ palette }) => ({ palette: new Map(palette).set(key, entries) }));
    return () =>
      commandStore.setState(({ palette }) => ({
        palette: new Map([...palette].filter(([other]) => other !== key)),
      }));
  }, [key, entries]);
}
