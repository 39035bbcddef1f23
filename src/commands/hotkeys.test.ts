import { describe, expect, it } from 'vitest';
import { COMMAND_IDS, COMMANDS } from './commands';
import { commandsFor, isLetterKey, type KeyPress, matchesStroke, prefixOf } from './hotkeys';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe('keys', () => {
  it.each([
    ['Mod+K', press('k', { ctrlKey: true }), true],
    ['Mod+K', press('k', { metaKey: true }), false],
    ['Mod+K', press('k'), false],
    ['Mod+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }), true],
    ['Mod+Z', press('Z', { ctrlKey: true, shiftKey: true }), false],
    ['?', press('?', { shiftKey: true }), true],
    ['+', press('+', { shiftKey: true }), true],
    ['=', press('='), true],
    ['Mod+,', press(',', { ctrlKey: true }), true],
    ['Space', press(' '), true],
    ['A', press('a'), true],
    ['A', press('A', { shiftKey: true }), false],
    ['Shift+M', press('M', { shiftKey: true }), true],
    ['A', press('a', { altKey: true }), false],
    ['Escape', press('Escape'), true],
  ])('%s against %o is %s', (stroke, event, expected) => {
    expect(matchesStroke(stroke, event, false)).toBe(expected);
  });

  it('takes Command for Mod on Apple devices, where Ctrl is another key', () => {
    expect(matchesStroke('Mod+K', press('k', { metaKey: true }), true)).toBe(true);
    expect(matchesStroke('Mod+K', press('k', { ctrlKey: true }), true)).toBe(false);
  });

  it.each([
    ['A', true],
    ['Shift+M', true],
    ['?', true],
    ['+', true],
    ['Mod+K', false],
    ['Escape', false],
    ['Space', false],
    ['F2', false],
  ])('%s is a letter key: %s', (stroke, expected) => {
    expect(isLetterKey(stroke)).toBe(expected);
  });

  it('runs G C as two strokes, and C alone not at all', () => {
    expect(prefixOf(press('g'), true)).toBe('G');
    expect(commandsFor(press('c'), 'G', true)).toEqual(['go-collections']);
    expect(commandsFor(press('c'), null, true)).toEqual([]);
  });

  it('is silent for letters that are switched off, and for nothing else', () => {
    expect(commandsFor(press('a'), null, false)).toEqual([]);
    expect(prefixOf(press('g'), false)).toBeNull();
    expect(commandsFor(press('Escape'), null, false)).toEqual(['clear-selection']);
  });

  it('gives no two commands the same keys', () => {
    const keys = COMMAND_IDS.flatMap((id) => COMMANDS[id].keys ?? []);
    expect(keys).toEqual([...new Set(keys)]);
  });
});
