import { lazyPart } from '~/ui/lazy-part';

/** The viewer, loaded when the first asset is opened. */
export const LazyViewer = lazyPart(
  () => import('./viewer'),
  'Viewer',
  <div className="fixed inset-0 z-30 bg-backdrop" />,
);
