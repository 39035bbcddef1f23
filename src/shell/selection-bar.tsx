import { clsx } from 'clsx';
import { Ellipsis, X } from 'lucide-react';
import { CommandIcon } from '~/commands/command-icon';
import { commandMenuItems } from '~/commands/command-menu-items';
import { runCommand } from '~/commands/command-store';
import { COMMANDS, type CommandId, SELECTION_VERBS } from '~/commands/commands';
import { useAvailableCommands } from '~/commands/use-command-handlers';
import { Button } from '~/ui/button';
import { formatCount } from '~/ui/format-facts';
import { IconButton } from '~/ui/icon-button';
import { Menu } from '~/ui/menu';
import { tooltip } from '~/ui/tooltip';

interface SelectionBarProps {
  /** How many are selected; nothing is shown for 0. */
  count: number;
  /** Beside the count: "214 MB". */
  detail?: string;
}

/** Verbs with room of their own in the bar; the rest waits in its menu, in the same order. */
const IN_BAR: readonly CommandId[] = [
  'add-to-collection',
  'add-again',
  'move-to-collection',
  'set-thumbnail',
  'remove-from-collection',
  'delete-assets',
];

/** What can be done with the selection, over the lower edge of the content. The verbs come from the commands. */
export function SelectionBar({ count, detail }: SelectionBarProps) {
  const available = useAvailableCommands(IN_BAR);
  if (count === 0) return null;
  return (
    <section
      aria-label="Selection"
      className="selection-bar appear absolute inset-x-2 bottom-3 z-10 mx-auto flex w-fit max-w-[calc(100%-16px)] items-center gap-0.5 rounded bg-raised p-1 shadow-float forced-colors:border"
    >
      <p className="px-2 text-sm whitespace-nowrap tabular-nums">
        {formatCount(count)} selected
        {detail && <span className="text-muted max-sm:hidden"> · {detail}</span>}
      </p>
      <span aria-hidden="true" className="mx-1 h-4 w-px bg-line-strong" />
      {available.map(({ id, handler }) => {
        const label = (handler.label ?? COMMANDS[id].label).replace(/…$/, '');
        return (
          <Button
            key={id}
            variant="ghost"
            aria-label={label}
            icon={<CommandIcon id={id} />}
            onClick={handler.run}
            {...tooltip(label, COMMANDS[id].keys?.[0])}
            className={clsx('@max-3xl:w-control @max-3xl:px-0!', COMMANDS[id].danger && 'text-danger!')}
          >
            <span className="max-w-48 truncate @max-3xl:hidden">{label}</span>
          </Button>
        );
      })}
      <Menu
        label="More for the selection"
        side="top"
        align="end"
        icon={<Ellipsis aria-hidden="true" size={16} />}
        entries={() => commandMenuItems(SELECTION_VERBS)}
      />
      <IconButton
        name="Clear selection"
        keys="Escape"
        icon={<X aria-hidden="true" size={16} />}
        onClick={() => runCommand('clear-selection')}
      />
    </section>
  );
}
