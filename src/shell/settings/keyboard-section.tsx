import { useStore } from 'zustand';
import { showOverlay } from '~/commands/command-store';
import { keySettings, setLetterKeys } from '~/commands/key-settings';
import { Button } from '~/ui/button';
import { Checkbox } from '~/ui/checkbox';
import { Setting, SettingsSection } from './settings-section';

/** Single-letter keys on or off, and the way to the list of all keys. */
export function KeyboardSection() {
  const letters = useStore(keySettings, (state) => state.letters);
  return (
    <SettingsSection title="Keyboard">
      <Setting
        label="Single-letter keys"
        hint="A adds, M moves, / filters. Switch them off when you dictate or when keys are hit by accident."
      >
        <Checkbox label="Single-letter keys" hideLabel checked={letters} onChange={setLetterKeys} />
      </Setting>
      <Setting label="All keys">
        <Button onClick={() => showOverlay('keys')} keys="?">
          Show keys
        </Button>
      </Setting>
    </SettingsSection>
  );
}
