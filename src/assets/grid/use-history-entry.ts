import { useRouterState } from '@tanstack/react-router';

/** A name for the history entry shown: the same again after Back, a reload, and a visit to another workspace. */
export function useHistoryEntry(): string {
  return useRouterState({
    select: ({ location: { state, href } }) => state.resumes ?? state.__TSR_key ?? href,
  });
}
