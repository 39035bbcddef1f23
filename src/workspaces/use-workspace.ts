import { useRouteContext } from '@tanstack/react-router';
import type { Workspace } from './workspace';

/** The workspace in the address. Only under `/{workspace}/…`. */
export function useWorkspace(): Workspace {
  return useRouteContext({ from: '/$workspace', select: ({ workspace }) => workspace });
}
