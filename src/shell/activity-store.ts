import { createStore } from 'zustand/vanilla';

/** Whether the activity panel is open. */
export const activityStore = createStore<{ open: boolean }>(() => ({ open: false }));

export function showActivity(open: boolean): void {
  activityStore.setState({ open });
}
