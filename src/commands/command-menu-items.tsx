import type { MenuEntry } from '~/ui/menu-entry';
import { CommandIcon } from './command-icon';
import { COMMANDS, type CommandId } from './commands';
import { type CommandHandler, findHandler } from './command-store';

/**
 * Menu entries for the commands that some place answers now, in the order given; `null` separates. Use with
 * `SELECTION_VERBS` or `COLLECTION_VERBS`: every menu then has the same verbs with the same keys. `find` answers
 * for a thing that has the menu but not the focus.
 */
export function commandMenuItems(
  ids: readonly (CommandId | null)[],
  find: (id: CommandId) => CommandHandler | null = findHandler,
): MenuEntry[] {
  const entries: MenuEntry[] = [];
  for (const id of ids) {
    if (id === null) {
      if (entries.length > 0 && entries.at(-1)?.kind !== 'separator') entries.push({ kind: 'separator' });
      continue;
    }
    const handler = find(id);
    if (!handler) continue;
    const { label, keys, danger } = COMMANDS[id];
    const shared = { label: handler.label ?? label, keys: keys?.[0], icon: <CommandIcon id={id} /> };
    if (handler.checked === undefined)
      entries.push({ kind: 'item', ...shared, onSelect: handler.run, ...(danger && { danger }) });
    else entries.push({ kind: 'checkbox', ...shared, checked: handler.checked, onChange: handler.run });
  }
  if (entries.at(-1)?.kind === 'separator') entries.pop();
  return entries;
}
