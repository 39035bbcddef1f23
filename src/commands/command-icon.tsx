import { Suspense } from 'react';
import { lazyPart } from '~/ui/lazy-part';
import type { CommandId } from './commands';

const CommandPicture = lazyPart(() => import('./command-picture'), 'CommandPicture');

/** The icon of a command, 16 px; the same in every menu and bar. Its room is kept until it is there. */
export function CommandIcon({ id }: { id: CommandId }) {
  return (
    <Suspense fallback={<span className="size-4" />}>
      <CommandPicture id={id} />
    </Suspense>
  );
}
