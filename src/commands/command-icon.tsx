import { lazyPart } from '~/ui/lazy-part';

/** The icon of a command, 16 px; the same in every menu and bar. Its room is kept until it is there. */
export const CommandIcon = lazyPart(
  () => import('./command-picture'),
  'CommandPicture',
  <span className="size-4" />,
);
