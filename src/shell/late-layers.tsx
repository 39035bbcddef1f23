import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { preloadDialog } from '~/ui/dialog';
import { ToastViewport } from '~/ui/toast-viewport';
import { TooltipLayer } from '~/ui/tooltip-layer';
import { keepFocus } from './keep-focus';

interface LateLayersProps {
  /** The path of the first view. */
  firstPath: string;
}

/** What lies over every place, and what follows the keyboard through all of them. Nobody needs it for the first view. */
export function LateLayers({ firstPath }: LateLayersProps) {
  const router = useRouter();
  useEffect(() => {
    void preloadDialog();
    return keepFocus(router, router.state.location.pathname !== firstPath);
  }, [router, firstPath]);
  return (
    <>
      <ToastViewport />
      <TooltipLayer />
    </>
  );
}
