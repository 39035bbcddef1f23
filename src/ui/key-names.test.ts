import { describe, expect, it } from 'vitest';
import { keyNames } from './key-names';

describe('key names', () => {
  it.each([
    ['Mod+Shift+Z', false, ['Ctrl', 'Shift', 'Z']],
    ['Mod+Shift+Z', true, ['⌘', '⇧', 'Z']],
    ['ArrowLeft', false, ['←']],
    ['+', false, ['+']],
    ['Mod++', false, ['Ctrl', '+']],
  ])('%s', (keys, apple, names) => {
    expect(keyNames(keys, apple)).toEqual(names);
  });
});
