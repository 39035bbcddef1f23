import { Link } from '@tanstack/react-router';
import { buttonClass } from '~/ui/button-class';
import type { Workspace } from '~/workspaces/workspace';
import { Setting, SettingsSection } from './settings-section';

/** The workspaces there are. Those of `config.json` are set by whoever serves the site. */
export function WorkspacesSection({ workspaces }: { workspaces: readonly Workspace[] }) {
  return (
    <SettingsSection title="Workspaces">
      {workspaces.map(({ id, name, kind, client }) => (
        <Setting
          key={id}
          label={name}
          hint={kind === 'built-in' ? 'In this browser: no account, no server' : client.baseUrl}
        >
          <Link
            to="/$workspace/collections"
            params={{ workspace: id }}
            aria-label={`Open ${name}`}
            className={buttonClass()}
          >
            Open
          </Link>
        </Setting>
      ))}
      <p className="text-xs text-muted">
        More workspaces are set in <code className="font-mono">config.json</code>, beside the page on its
        server.
      </p>
    </SettingsSection>
  );
}
