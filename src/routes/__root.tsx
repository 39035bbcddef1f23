import { createRootRouteWithContext, Outlet, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { CommandOverlays } from '~/commands/command-overlays';
import type { RouterContext } from '~/router';
import { FailedScreen } from '~/shell/failed-screen';
import { Frame } from '~/shell/frame';
import { NotFoundScreen } from '~/shell/not-found-screen';
import { ShellCommands } from '~/shell/shell-commands';
import { useWhenSettled } from '~/shell/use-when-settled';
import { lazyPart } from '~/ui/lazy-part';
import { LiveRegion } from '~/ui/live-region';

export const Route = createRootRouteWithContext<RouterContext>()({
  component: Root,
  notFoundComponent: NotFoundScreen,
  errorComponent: FailedScreen,
});

const LateLayers = lazyPart(() => import('~/shell/late-layers'), 'LateLayers');

function Root() {
  const isSettled = useWhenSettled();
  const router = useRouter();
  const [firstPath] = useState(() => router.state.location.pathname);
  return (
    <>
      <ShellCommands />
      <Frame>
        <Outlet />
      </Frame>
      <LiveRegion />
      <CommandOverlays />
      {isSettled && <LateLayers firstPath={firstPath} />}
    </>
  );
}
