import { type FormEvent, useState } from 'react';
import { Button } from '~/ui/button';
import { Checkbox } from '~/ui/checkbox';
import { TextField } from '~/ui/text-field';
import { ConnectionResult } from './connection-result';
import { useConnectionTest } from './use-connection-test';
import type { Workspace } from './workspace';

interface KeyFormProps {
  workspace: Workspace;
  /** The key was accepted and is held from now on. */
  onConnected: () => void;
  onCancel?: (() => void) | undefined;
}

/** Asks for the key of a workspace, tries it, and holds it once it was accepted. */
export function KeyForm({ workspace, onConnected, onCancel }: KeyFormProps) {
  const [key, setKey] = useState('');
  const [secret, setSecret] = useState('');
  const [keep, setKeep] = useState(() => workspace.key?.isKept() ?? false);
  const [notKept, setNotKept] = useState(false);
  const { testing, outcome, test } = useConnectionTest(workspace);
  const { baseUrl } = workspace.client;
  const hold = () => {
    const isHeld = workspace.key?.give({ key: key.trim(), secret: secret.trim() }, keep);
    if (isHeld) onConnected();
    else setNotKept(true);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (testing || key.trim() === '' || secret.trim() === '') return;
    const credentials = { key: key.trim(), secret: secret.trim() };
    const found = await test(credentials);
    if (found?.kind === 'connected') hold();
  };
  // It may be the right key all the same.
  const canBeUsedAnyway =
    outcome !== undefined && ['no-permission', 'rate-limited', 'trouble'].includes(outcome.kind);
  return (
    // Without names on its fields nothing of it could ever be sent by the browser itself.
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
      <TextField
        label="Key"
        value={key}
        spellCheck={false}
        autoCapitalize="off"
        onChange={(event) => setKey(event.target.value)}
      />
      <TextField
        label="Secret"
        type="password"
        autoComplete="off"
        value={secret}
        spellCheck={false}
        onChange={(event) => setSecret(event.target.value)}
      />
      <div>
        <Checkbox label="Keep it on this device" checked={keep} onChange={setKeep} />
        <p className="text-xs text-muted text-pretty">
          {keep
            ? 'Kept as plain text in the storage of this site (localStorage), until you forget it in settings or clear the site’s data. Whoever uses this browser profile can read it.'
            : 'Only the open tabs of this browser know it. When the last one is closed or reloaded, it is asked for again.'}
        </p>
      </div>
      <ConnectionResult outcome={outcome} access="key" baseUrl={baseUrl} />
      {notKept && (
        <p role="alert" className="text-sm text-danger">
          The browser refused to keep the key. It holds while a tab is open.
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        {onCancel && <Button onClick={onCancel}>Cancel</Button>}
        {canBeUsedAnyway && <Button onClick={hold}>Use it anyway</Button>}
        {notKept ? (
          <Button variant="primary" onClick={onConnected}>
            Go on
          </Button>
        ) : (
          <Button
            type="submit"
            variant="primary"
            disabled={testing || key.trim() === '' || secret.trim() === ''}
          >
            {testing ? 'Testing…' : 'Connect'}
          </Button>
        )}
      </div>
    </form>
  );
}
