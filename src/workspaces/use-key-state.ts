import { useSyncExternalStore } from 'react';
import type { KeyState } from './key-vault';
import type { Workspace } from './workspace';

const never = () => () => {};

/** Whether the key of a workspace is there; also `ready` where it needs none. */
export function useKeyState({ key }: Workspace): KeyState {
  return useSyncExternalStore(key?.subscribe ?? never, () => key?.state() ?? 'ready');
}
