import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { queryKeys } from '~/api/query-keys';
import { areBatchesWaiting } from '~/batches/waiting-flag';
import { buttonClass } from '~/ui/button-class';
import { InlineEdit } from '~/ui/inline-edit';
import { Menu } from '~/ui/menu';
import type { MenuEntry } from '~/ui/menu-entry';
import { toasts } from '~/ui/toasts';
import { ConnectionResult } from '~/workspaces/connection-result';
import type { KeyState } from '~/workspaces/key-vault';
import { homePlace } from '~/workspaces/last-workspace';
import { useConnectionTest } from '~/workspaces/use-connection-test';
import { useKeyState } from '~/workspaces/use-key-state';
import type { Workspace } from '~/workspaces/workspace';
import type { WorkspaceRegistry } from '~/workspaces/workspace-registry';

interface WorkspaceRowProps {
  workspace: Workspace;
  registry: WorkspaceRegistry;
  /** Asks for its key, or tries how it is reached. */
  onConnect: () => void;
}

/** One workspace: what it is, how it is reached, and what can be done with it. */
export function WorkspaceRow({ workspace, registry, onConnect }: WorkspaceRowProps) {
  const { id, name, kind, access, client, key } = workspace;
  const [renaming, setRenaming] = useState(false);
  const { testing, outcome, test } = useConnectionTest(workspace);
  const keyState = useKeyState(workspace);
  const queryClient = useQueryClient();
  const isAdded = registry.isAdded(id);
  const remove = () => {
    const scope = `${id} ${client.baseUrl}`;
    const restore = registry.remove(id);
    queryClient.removeQueries({ queryKey: queryKeys.workspace(id) });
    toasts.show({
      text: `Removed ${name} from this browser`,
      detail: areBatchesWaiting(scope)
        ? 'Changes that wait for it go on when the same address is added again.'
        : 'Nothing at the workspace was changed.',
      actions: [{ label: 'Undo', onAct: restore }],
    });
  };
  const entries = (): MenuEntry[] => [
    { kind: 'item', label: 'Test the connection', disabled: testing, onSelect: () => void test() },
    ...(access === 'key' ? keyEntries(keyState) : []),
    ...(isAdded
      ? [
          { kind: 'separator' as const },
          { kind: 'item' as const, label: 'Rename', onSelect: () => setRenaming(true) },
          { kind: 'item' as const, label: 'Remove', onSelect: remove },
        ]
      : []),
  ];
  const keyEntries = (state: KeyState): MenuEntry[] => [
    { kind: 'item', label: state === 'missing' ? 'Enter the key…' : 'Change the key…', onSelect: onConnect },
    ...(state === 'missing'
      ? []
      : [{ kind: 'item' as const, label: 'Forget the key', onSelect: () => key?.forget() }]),
  ];
  return (
    <li aria-label={name} className="flex flex-col gap-2">
      <div className="flex min-h-control items-center justify-between gap-2">
        <div className="min-w-0 flex-1 text-sm">
          <div className="wrap-anywhere">
            <InlineEdit
              label={`Name of ${name}`}
              value={name}
              editing={renaming}
              onDone={() => setRenaming(false)}
              onSave={(next) => registry.rename(id, next)}
              maxLength={80}
            >
              {name}
            </InlineEdit>
          </div>
          <p className="text-xs text-muted wrap-anywhere">
            {kind === 'built-in' ? 'In this browser: no account, no server' : client.baseUrl}
          </p>
          {access && (
            <p className="text-xs text-muted text-pretty">
              {reachedText(workspace, keyState)}
              {!isAdded && ' · set by config.json'}
            </p>
          )}
        </div>
        <Link
          to={homePlace(workspace)}
          params={{ workspace: id }}
          aria-label={`Open ${name}`}
          className={buttonClass()}
        >
          Open
        </Link>
        {kind === 'remote' && (
          <Menu
            label={`More for ${name}`}
            align="end"
            icon={<Ellipsis aria-hidden="true" size={16} />}
            entries={entries}
          />
        )}
      </div>
      {access && <ConnectionResult outcome={outcome} access={access} baseUrl={client.baseUrl} />}
    </li>
  );
}

function reachedText({ access, key }: Workspace, state: KeyState): string {
  if (access === 'public') return 'Without a key: assets and models only';
  if (access === 'proxy') return 'Through a proxy: no key in this browser';
  if (state === 'missing') return 'Asks for its key when it is opened';
  if (state === 'refused') return 'The key was not accepted';
  return key?.isKept() ? 'Key kept on this device' : 'Key in the open tabs of this browser';
}
