import { lazyPart } from '~/ui/lazy-part';
import type { CommandId } from './commands';

const CommandPicture = lazyPart(
  () => import('./command-picture'),
  'CommandPicture',
  <span className="size-4" />,
);

/** The icon of a command, 16 px; the same in every menu and bar. Its room is kept until it is there. */
export function CommandIcon({ id }: { id: CommandId }) {
  return <CommandPicture id={id} />;
}
