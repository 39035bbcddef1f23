import { createFileRoute, redirect } from '@tanstack/react-router';
import { lastWorkspaceId } from '~/workspaces/last-workspace';
import { BUILT_IN_ID } from '~/workspaces/workspace';

export const Route = createFileRoute('/')({
  beforeLoad: ({ context }) => {
    const last = lastWorkspaceId();
    const known = context.workspaces.some(({ id }) => id === last);
    throw redirect({
      to: '/$workspace/collections',
      params: { workspace: last !== undefined && known ? last : BUILT_IN_ID },
      replace: true,
    });
  },
});
