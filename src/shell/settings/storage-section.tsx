import { useEffect, useState } from 'react';
import { formatBytes } from '~/ui/format-facts';
import { Button } from '~/ui/button';

import { Progress } from '~/ui/progress';
import { askToKeep, readStoredSpace, type StoredSpace } from '~/workspaces/stored-space';
import { Setting, SettingsSection } from './settings-section';

/** What the built-in library takes, what is left, and whether the browser has promised to keep it. */
export function StorageSection() {
  const [space, setSpace] = useState<StoredSpace | null>(null);
  const [refused, setRefused] = useState(false);

  useEffect(() => {
    let current = true;
    void readStoredSpace().then((read) => current && setSpace(read));
    return () => {
      current = false;
    };
  }, []);

  const ask = async () => {
    setRefused(!(await askToKeep()));
    setSpace(await readStoredSpace());
  };

  if (!space) return <SettingsSection title="Storage">{null}</SettingsSection>;
  const { used, left, kept } = space;
  return (
    <SettingsSection title="Storage">
      <div className="flex flex-col gap-2">
        <p className="text-sm tabular-nums">
          {formatBytes(used)} used{left === null ? '' : ` · ${formatBytes(left)} left`}
        </p>
        {left !== null && <Progress label="Storage used" value={used} max={used + left} />}
      </div>
      <Setting
        label={
          kept ? 'The browser has promised to keep it' : 'The browser may clear it when the disk is full'
        }
        hint={
          refused
            ? 'The browser did not promise. It is more willing once the site is installed or bookmarked.'
            : 'What you import is stored in this browser, on this device.'
        }
      >
        {!kept && <Button onClick={() => void ask()}>Ask to keep</Button>}
      </Setting>
    </SettingsSection>
  );
}
