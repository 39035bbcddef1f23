import { Monitor, Moon, Sun } from 'lucide-react';
import type { ReactNode } from 'react';
import { SegmentedControl } from '~/ui/segmented-control';
import { setTheme, useTheme } from '../theme';
import { Setting, SettingsSection } from './settings-section';

const THEMES = [
  { value: 'dark', label: 'Dark', icon: <Moon aria-hidden="true" size={16} /> },
  { value: 'light', label: 'Light', icon: <Sun aria-hidden="true" size={16} /> },
  { value: 'system', label: 'System', icon: <Monitor aria-hidden="true" size={16} /> },
] as const;

/** Theme, and what the route adds: the size tiles have at first. */
export function AppearanceSection({ children }: { children?: ReactNode }) {
  const theme = useTheme();
  return (
    <SettingsSection title="Appearance">
      <Setting label="Theme">
        <SegmentedControl label="Theme" value={theme} segments={THEMES} onChange={setTheme} />
      </Setting>
      {children}
    </SettingsSection>
  );
}
