import { type FormEvent, useId, useState } from 'react';
import { Button } from '~/ui/button';
import { Dialog } from '~/ui/dialog';
import { SegmentedControl } from '~/ui/segmented-control';
import { TextField } from '~/ui/text-field';
import type { Access } from '~/workspaces/workspace-definition';
import type { WorkspaceRegistry } from '~/workspaces/workspace-registry';
import { readWorkspaceForm, SCENARIO } from './workspace-form';

interface AddWorkspaceDialogProps {
  registry: WorkspaceRegistry;
  /** Whether the keys of other workspaces outlive the loading of the page. */
  keepsKeys: boolean;
  onClose: () => void;
  onAdded: (id: string) => void;
}

const ACCESSES = [
  { value: 'key', label: 'API key' },
  { value: 'proxy', label: 'Proxy' },
  { value: 'public', label: 'Public' },
] as const;

const HINTS: Readonly<Record<Access, string>> = {
  key: 'You enter key and secret in the next step. They live in the open tabs of this browser.',
  proxy: 'A server of yours adds the key: none is in this browser.',
  public: 'Without a key: public assets and models can be looked at. No collections, no search, no import.',
};

/** First step: where the workspace is and how it is reached. It is kept in this browser, without any key. */
export function AddWorkspaceDialog({ registry, keepsKeys, onClose, onAdded }: AddWorkspaceDialogProps) {
  const form = useId();
  const [access, setAccess] = useState<Access>('key');
  const [name, setName] = useState('');
  const [address, setAddress] = useState<string>();
  const [project, setProject] = useState('');
  const [hosts, setHosts] = useState('');
  const [tried, setTried] = useState(false);
  const baseUrl = address ?? (access === 'proxy' ? '/v1' : SCENARIO);
  const { definition, errors, hint } = readWorkspaceForm(
    { access, name, baseUrl, project, hosts },
    { page: new URL(location.href), known: registry.definitions() },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (definition) onAdded(registry.add(definition));
  };
  const isHeldHere = registry.workspaces.some(({ key }) => key?.state() === 'ready' && !key.isKept());
  const losesKeys = isHeldHere && !keepsKeys;
  return (
    <Dialog
      open
      onClose={onClose}
      title="Add a workspace"
      width="medium"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} variant="primary">
            Continue
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-3">
        <div className="flex flex-col items-start gap-1">
          <span className="text-sm text-muted">Access</span>
          <SegmentedControl label="Access" value={access} segments={ACCESSES} onChange={setAccess} />
          <p className="text-xs text-muted text-pretty">{HINTS[access]}</p>
        </div>
        <TextField
          label="Address"
          value={baseUrl}
          inputMode="url"
          spellCheck={false}
          autoCapitalize="off"
          onChange={(event) => setAddress(event.target.value)}
          error={tried ? errors.baseUrl : undefined}
          hint={hint ?? 'Where the API is, mostly with /v1 at its end'}
        />
        <TextField
          label="Name"
          value={name}
          maxLength={80}
          placeholder={definition?.name}
          onChange={(event) => setName(event.target.value)}
          hint="What the workspace is called in this browser"
        />
        <details>
          <summary className="min-h-6 cursor-default text-sm text-muted">More</summary>
          <div className="mt-2 flex flex-col gap-3">
            <TextField
              label="Project id"
              value={project}
              spellCheck={false}
              onChange={(event) => setProject(event.target.value)}
              hint="A key knows its project by itself"
            />
            <TextField
              label="Other hosts"
              value={hosts}
              spellCheck={false}
              onChange={(event) => setHosts(event.target.value)}
              error={tried ? errors.hosts : undefined}
              hint="Where pictures come from and uploads go, as https://files.example. Those of Scenario are known."
            />
          </div>
        </details>
        <p className="text-xs text-muted text-pretty">
          Vitrine is loaded anew with the next step, so that it may speak to the address.
          {losesKeys &&
            ' Keys that are not kept on this device are asked for again, unless another tab is open.'}
        </p>
      </form>
    </Dialog>
  );
}
