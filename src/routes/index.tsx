import { createFileRoute, redirect } from '@tanstack/react-router';
import { homePlace, homeWorkspaceId } from '~/workspaces/last-workspace';

export const Route = createFileRoute('/')({
  beforeLoad: ({ context }) => {
    const workspace = homeWorkspaceId(context.workspaces);
    const to = homePlace(context.workspaces.find(({ id }) => id === workspace));
    throw redirect({ to, params: { workspace }, replace: true });
  },
});
