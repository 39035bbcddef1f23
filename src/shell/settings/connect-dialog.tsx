import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { queryKeys } from '~/api/query-keys';
import { Button } from '~/ui/button';
import { Dialog } from '~/ui/dialog';
import { toasts } from '~/ui/toasts';
import { ConnectionResult } from '~/workspaces/connection-result';
import { KeyForm } from '~/workspaces/key-form';
import { useConnectionTest } from '~/workspaces/use-connection-test';
import type { Workspace } from '~/workspaces/workspace';

interface ConnectDialogProps {
  workspace: Workspace;
  onClose: () => void;
  /** Goes into the workspace. */
  onOpen: () => void;
}

/** Second step after adding, and the way to another key: asks for the key where there is one, and tests. */
export function ConnectDialog({ workspace, onClose, onOpen }: ConnectDialogProps) {
  const { id, name, client, access } = workspace;
  const queryClient = useQueryClient();
  if (access !== 'key') return <TestDialog workspace={workspace} onClose={onClose} onOpen={onOpen} />;
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Connect to ${name}`}
      description={`An API key and its secret. They are sent to ${new URL(client.baseUrl).host} and to nobody else.`}
    >
      <div className="pb-4">
        <KeyForm
          workspace={workspace}
          onCancel={onClose}
          onConnected={() => {
            // Another key may be that of another project.
            void queryClient.resetQueries({ queryKey: queryKeys.workspace(id) });
            toasts.show({ text: `Connected to ${name}` });
            onOpen();
          }}
        />
      </div>
    </Dialog>
  );
}

function TestDialog({ workspace, onClose, onOpen }: ConnectDialogProps) {
  const { name, client, access = 'proxy' } = workspace;
  const { testing, outcome, test } = useConnectionTest(workspace);
  const begin = useEffectEvent(() => void test());
  useEffect(() => begin(), []);
  const isGood = outcome?.kind === 'connected';
  return (
    <Dialog
      open
      onClose={onClose}
      width="medium"
      title={`Connect to ${name}`}
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          {isGood ? (
            <Button variant="primary" onClick={onOpen}>
              Open {name}
            </Button>
          ) : (
            <Button variant="primary" disabled={testing} onClick={() => void test()}>
              {testing ? 'Testing…' : 'Test again'}
            </Button>
          )}
        </>
      }
    >
      {testing && !outcome && <p className="text-sm text-muted">Asking {new URL(client.baseUrl).host}…</p>}
      <ConnectionResult outcome={outcome} access={access} baseUrl={client.baseUrl} />
    </Dialog>
  );
}
