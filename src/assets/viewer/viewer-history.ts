import type { HistoryState } from '@tanstack/react-router';

declare module '@tanstack/history' {
  interface HistoryState {
    /** The viewer was opened from the entry before this one: closing goes back there. */
    viewerOpened?: boolean;
  }
}

/** State of the history entry that opening an asset makes. */
export const openingState: HistoryState = { viewerOpened: true };
