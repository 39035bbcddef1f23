import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { readStoredText, writeStoredText } from '~/ui/stored-text';
import { mediaQuery } from './use-media';

export type Theme = 'dark' | 'light' | 'system';

/** `public/theme.js` reads it before the first paint. */
const STORED_AS = 'vitrine.theme';

const themeStore = createStore<{ theme: Theme }>(() => ({ theme: readTheme() }));

/** Shows the theme and keeps it in this browser. */
export function setTheme(theme: Theme): void {
  themeStore.setState({ theme });
  writeStoredText(STORED_AS, theme);
  applyTheme();
}

export function useTheme(): Theme {
  return useStore(themeStore, (state) => state.theme);
}

/** Follows the system while the theme is "system"; returns what stops it. */
export function followSystemTheme(): () => void {
  const light = lightQuery();
  applyTheme();
  light?.addEventListener('change', applyTheme);
  return () => light?.removeEventListener('change', applyTheme);
}

function applyTheme(): void {
  const { theme } = themeStore.getState();
  const light = theme === 'light' || (theme === 'system' && (lightQuery()?.matches ?? false));
  document.documentElement.dataset['theme'] = light ? 'light' : 'dark';
}

const lightQuery = () => mediaQuery('(prefers-color-scheme: light)');

function readTheme(): Theme {
  const stored = readStoredText(STORED_AS);
  return stored === 'light' || stored === 'system' ? stored : 'dark';
}
