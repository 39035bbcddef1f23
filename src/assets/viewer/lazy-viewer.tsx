import { lazyPart } from '~/ui/lazy-part';
import type { ViewerProps } from './viewer';

const Viewer = lazyPart(
  () => import('./viewer'),
  'Viewer',
  <div className="fixed inset-0 z-30 bg-backdrop" />,
);

/** The viewer, loaded when the first asset is opened. */
export function LazyViewer(props: ViewerProps) {
  return <Viewer {...props} />;
}
