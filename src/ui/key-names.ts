const APPLE = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

const APPLE_NAMES: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Ctrl: '⌃',
  Delete: '⌦',
  Backspace: '⌫',
};
const OTHER_NAMES: Readonly<Record<string, string>> = { Mod: 'Ctrl', Delete: 'Del' };
const COMMON_NAMES: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ' ': 'Space',
};

/** `Mod+Shift+Z` → `['Ctrl', 'Shift', 'Z']`, or `['⌘', '⇧', 'Z']` on Apple devices. */
export function keyNames(keys: string, apple = APPLE): string[] {
  const names = apple ? APPLE_NAMES : OTHER_NAMES;
  // A plus at the end is the key itself.
  return keys.split(/\+(?!$)/).map((part) => {
    const name = names[part] ?? COMMON_NAMES[part] ?? part;
    return name.length === 1 ? name.toUpperCase() : name;
  });
}
