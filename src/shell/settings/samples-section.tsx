import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Button } from '~/ui/button';
import { toasts } from '~/ui/toasts';
import type { LibraryHandle } from '~/workspaces/library-handle';
import { Setting, SettingsSection } from './settings-section';

/** Takes the samples out of the built-in library, or brings them back. */
export function SamplesSection({ library }: { library: LibraryHandle }) {
  const queryClient = useQueryClient();
  const [present, setPresent] = useState<boolean | null>(null);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    let current = true;
    void library.hasSamples().then(
      (has) => current && setPresent(has),
      () => current && setPresent(false),
    );
    return () => {
      current = false;
    };
  }, [library]);

  const change = async (act: () => Promise<void>, done: string, failed: string, next: boolean) => {
    setBusy(true);
    try {
      await act();
      setPresent(next);
      toasts.show({ text: done });
      // Collections, assets, models, tags: the samples are in every listing.
      await queryClient.resetQueries();
    } catch (error) {
      toasts.show({ text: failed, tone: 'danger', ...(error instanceof Error && { detail: error.message }) });
    } finally {
      setBusy(false);
    }
  };

  return (
    <SettingsSection title="Samples">
      <Setting
        label="Sample collections"
        hint="Pictures, video, sound and 3D to try things on. Removing them leaves everything of yours."
      >
        {present === null ? null : present ? (
          <Button
            disabled={busy}
            onClick={() =>
              void change(
                () => library.removeSamples(),
                'Removed the samples',
                'The samples were not removed',
                false,
              )
            }
          >
            Remove samples
          </Button>
        ) : (
          <Button
            disabled={busy}
            onClick={() =>
              void change(
                () => library.restoreSamples(),
                'The samples are back',
                'The samples were not brought back',
                true,
              )
            }
          >
            Bring samples back
          </Button>
        )}
      </Setting>
    </SettingsSection>
  );
}
