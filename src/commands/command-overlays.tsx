import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { holdKeys } from '~/ui/hold-keys';
import { lazyPart } from '~/ui/lazy-part';
import { commandStore, showOverlay } from './command-store';
import { useCommandHandlers } from './use-command-handlers';
import { useHotkeys } from './use-hotkeys';

const CommandPalette = lazyPart(() => import('./command-palette'), 'CommandPalette');
const KeysSheet = lazyPart(() => import('./keys-sheet'), 'KeysSheet');

/** Listens for the keys of all commands; holds the palette and the sheet of keys. Mount once. */
export function CommandOverlays() {
  useHotkeys();
  const overlay = useStore(commandStore, (state) => state.overlay);
  useCommandHandlers({
    palette: () => showOverlay(overlay === 'palette' ? null : 'palette'),
    'show-keys': () => showOverlay('keys'),
  });
  useEffect(() => (overlay ? holdKeys(() => showOverlay(null)) : undefined), [overlay]);
  // Loaded on first use, then kept, so that closing can give the focus back.
  const [used, setUsed] = useState<readonly string[]>([]);
  if (overlay && !used.includes(overlay)) setUsed([...used, overlay]);
  return (
    <>
      {used.includes('palette') && <CommandPalette />}
      {used.includes('keys') && <KeysSheet />}
    </>
  );
}
