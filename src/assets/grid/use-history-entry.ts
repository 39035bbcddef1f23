import { useRouterState } from '@tanstack/react-router';

/** A name for the history entry shown: the same again after Back and after a reload. */
export function useHistoryEntry(): string {
  return useRouterState({ select: ({ location }) => location.state.__TSR_key ?? location.href });
}
