import { createFileRoute, redirect } from '@tanstack/react-router';
import { homeWorkspaceId } from '~/workspaces/last-workspace';

export const Route = createFileRoute('/')({
  beforeLoad: ({ context }) => {
    throw redirect({
      to: '/$workspace/collections',
      params: { workspace: homeWorkspaceId(context.workspaces) },
      replace: true,
    });
  },
});
