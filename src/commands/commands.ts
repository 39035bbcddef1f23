/** One verb of the app. Menus, action bar, palette and the sheet of keys all read it from here. */
export interface Command {
  label: string;
  group: CommandGroup;
  /** Keys that run it, as `Mod+Shift+Z`; the first one is shown. `Mod` is Ctrl, or Command on Apple devices. */
  keys?: readonly string[];
  /** What it does, where the label does not say it. */
  description?: string;
  /** Runs from within a text field too; everything else leaves fields alone. */
  inFields?: boolean;
  /** Destroys something. */
  danger?: boolean;
  /** Not a line of the palette: it makes sense only where the focus is. */
  hidden?: boolean;
}

export const COMMAND_GROUPS = ['Selection', 'Collection', 'View', 'Edit', 'Go to', 'App'] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

const LIST = {
  open: { label: 'Open', group: 'Selection', keys: ['Enter'], hidden: true },
  peek: { label: 'Peek', group: 'Selection', keys: ['Space'], hidden: true },
  'select-all': {
    label: 'Select all',
    group: 'Selection',
    keys: ['Mod+A'],
    description: 'All that are loaded; again: all that match',
  },
  'invert-selection': { label: 'Invert selection', group: 'Selection', keys: ['Mod+Shift+I'] },
  'clear-selection': { label: 'Clear selection', group: 'Selection', keys: ['Escape'] },
  'add-to-collection': { label: 'Add to collection…', group: 'Selection', keys: ['A'] },
  'add-again': {
    label: 'Add to the last collection again',
    group: 'Selection',
    keys: ['B'],
    description: 'Where something was added last',
  },
  'move-to-collection': { label: 'Move to collection…', group: 'Selection', keys: ['M'] },
  'copy-to-collection': { label: 'Copy to collection…', group: 'Selection', keys: ['Shift+M'] },
  'create-from-selection': { label: 'New collection from selection…', group: 'Selection', keys: ['Shift+N'] },
  'set-thumbnail': { label: 'Set as thumbnail', group: 'Selection', keys: ['T'] },
  'download-original': { label: 'Download original', group: 'Selection', keys: ['D'] },
  'copy-prompt': { label: 'Copy prompt', group: 'Selection' },
  'copy-link': { label: 'Copy link', group: 'Selection', keys: ['L'] },
  'copy-id': { label: 'Copy id', group: 'Selection' },
  'remove-from-collection': {
    label: 'Remove from collection',
    group: 'Selection',
    keys: ['Delete', 'Backspace'],
    description: 'The assets stay in the library',
  },
  'delete-assets': {
    label: 'Delete…',
    group: 'Selection',
    keys: ['Shift+Delete', 'Shift+Backspace'],
    description: 'Destroys the assets; cannot be undone',
    danger: true,
  },
  'new-collection': { label: 'New collection', group: 'Collection', keys: ['N'] },
  'add-assets': { label: 'Add assets…', group: 'Collection', keys: ['P'], description: 'Opens the picker' },
  'add-models': { label: 'Add models…', group: 'Collection' },
  'choose-thumbnail': { label: 'Choose thumbnail…', group: 'Collection' },
  'unset-thumbnail': { label: 'Unset thumbnail', group: 'Collection' },
  rename: { label: 'Rename', group: 'Collection', keys: ['F2'] },
  'pin-collection': { label: 'Pin to the sidebar', group: 'Collection' },
  'copy-collection-link': { label: 'Copy link', group: 'Collection' },
  'copy-collection-id': { label: 'Copy id', group: 'Collection' },
  'delete-collection': {
    label: 'Delete collection',
    group: 'Collection',
    description: 'Its assets stay in the library',
    danger: true,
  },
  'import-files': { label: 'Import files…', group: 'Collection', keys: ['I'] },
  filter: { label: 'Filter', group: 'View', keys: ['/', 'Mod+F'] },
  'go-to-date': { label: 'Go to date…', group: 'View', keys: ['G'] },
  'larger-tiles': { label: 'Larger tiles', group: 'View', keys: ['=', '+'] },
  'smaller-tiles': { label: 'Smaller tiles', group: 'View', keys: ['-'] },
  'layout-rows': { label: 'Show as rows', group: 'View', keys: ['1'] },
  'layout-squares': { label: 'Show as squares', group: 'View', keys: ['2'] },
  'layout-list': { label: 'Show as list', group: 'View', keys: ['3'] },
  'show-selected': { label: 'Show selected only', group: 'View', keys: ['S'] },
  'show-activity': {
    label: 'Show activity',
    group: 'View',
    description: 'What runs, what failed, and what was done: to undo it',
  },
  'toggle-sidebar': { label: 'Show or hide the sidebar', group: 'View', keys: ['Mod+B'] },
  undo: { label: 'Undo', group: 'Edit', keys: ['Mod+Z'] },
  redo: { label: 'Redo', group: 'Edit', keys: ['Mod+Shift+Z', 'Mod+Y'] },
  'go-collections': { label: 'Collections', group: 'Go to', keys: ['G C'] },
  'go-library': { label: 'Library', group: 'Go to', keys: ['G L'] },
  'go-models': { label: 'Models', group: 'Go to', keys: ['G M'] },
  'go-import': { label: 'Import', group: 'Go to', keys: ['G I'] },
  'go-settings': { label: 'Settings', group: 'Go to', keys: ['Mod+,'], inFields: true },
  'theme-dark': { label: 'Dark theme', group: 'App' },
  'theme-light': { label: 'Light theme', group: 'App' },
  'theme-system': { label: 'Theme of the system', group: 'App' },
  palette: { label: 'Find a command', group: 'App', keys: ['Mod+K'], inFields: true, hidden: true },
  'show-keys': { label: 'Show all keys', group: 'App', keys: ['?'] },
} as const satisfies Record<string, Command>;

export type CommandId = keyof typeof LIST;

/** The one list of verbs, by id, in the order of every menu. */
export const COMMANDS: Readonly<Record<CommandId, Command>> = LIST;
export const COMMAND_IDS = Object.keys(LIST).filter((id): id is CommandId => id in LIST);

/** The verbs for what is selected, in the order of action bar, context menu and palette; `null` separates. */
export const SELECTION_VERBS: readonly (CommandId | null)[] = [
  'open',
  null,
  'add-to-collection',
  'add-again',
  'move-to-collection',
  'copy-to-collection',
  'create-from-selection',
  'set-thumbnail',
  null,
  'download-original',
  'copy-prompt',
  'copy-link',
  'copy-id',
  null,
  'remove-from-collection',
  'delete-assets',
];

/** The verbs where items are being chosen: nothing is done to them before the choice is made. */
export const CHOOSING_VERBS: readonly (CommandId | null)[] = [
  'open',
  null,
  'select-all',
  'invert-selection',
  'clear-selection',
];

/** The verbs for one collection, for its card's menu and its header. */
export const COLLECTION_VERBS: readonly (CommandId | null)[] = [
  'open',
  null,
  'add-assets',
  'add-models',
  'choose-thumbnail',
  'unset-thumbnail',
  null,
  'rename',
  'pin-collection',
  'copy-collection-link',
  'copy-collection-id',
  null,
  'delete-collection',
];
