import { createStore } from 'zustand/vanilla';
import { readStoredText, writeStoredText } from '~/ui/stored-text';

const STORED_AS = 'vitrine.letter-keys';

/** Whether single letters run commands. Speech input and shaky hands need to switch them off (WCAG 2.1.4). */
export const keySettings = createStore<{ letters: boolean }>(() => ({
  letters: readStoredText(STORED_AS) !== 'off',
}));

/** Switches single-letter keys on or off, and keeps that in this browser. */
export function setLetterKeys(on: boolean): void {
  keySettings.setState({ letters: on });
  writeStoredText(STORED_AS, on ? 'on' : 'off');
}
