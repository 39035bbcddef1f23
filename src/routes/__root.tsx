import { createRootRouteWithContext, Outlet } from '@tanstack/react-router';
import { CommandOverlays } from '~/commands/command-overlays';
import type { RouterContext } from '~/router';
import { FailedScreen } from '~/shell/failed-screen';
import { Frame } from '~/shell/frame';
import { NotFoundScreen } from '~/shell/not-found-screen';
import { ShellCommands } from '~/shell/shell-commands';
import { LiveRegion } from '~/ui/live-region';
import { ToastViewport } from '~/ui/toast-viewport';
import { TooltipLayer } from '~/ui/tooltip-layer';

export const Route = createRootRouteWithContext<RouterContext>()({
  component: Root,
  notFoundComponent: NotFoundScreen,
  errorComponent: FailedScreen,
});

function Root() {
  return (
    <>
      <ShellCommands />
      <Frame>
        <Outlet />
      </Frame>
      <ToastViewport />
      <TooltipLayer />
      <LiveRegion />
      <CommandOverlays />
    </>
  );
}
