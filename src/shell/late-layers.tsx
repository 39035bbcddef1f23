import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ToastViewport } from '~/ui/toast-viewport';
import { TooltipLayer } from '~/ui/tooltip-layer';
import { keepFocus } from './keep-focus';

/** What lies over every place, and what follows the keyboard through all of them. Nobody needs it for the first view. */
export function LateLayers() {
  const router = useRouter();
  useEffect(() => keepFocus(router), [router]);
  return (
    <>
      <ToastViewport />
      <TooltipLayer />
    </>
  );
}
