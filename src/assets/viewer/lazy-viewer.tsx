import { Suspense } from 'react';
import { lazyPart } from '~/ui/lazy-part';
import type { ViewerProps } from './viewer';

const Viewer = lazyPart(() => import('./viewer'), 'Viewer');

/** The viewer, loaded when the first asset is opened. */
export function LazyViewer(props: ViewerProps) {
  return (
    <Suspense fallback={<div className="fixed inset-0 z-30 bg-backdrop" />}>
      <Viewer {...props} />
    </Suspense>
  );
}
