import { Link } from '@tanstack/react-router';
import { KeyRound } from 'lucide-react';
import { buttonClass } from '~/ui/button-class';
import { EmptyState } from '~/ui/empty-state';
import type { Workspace } from '~/workspaces/workspace';
import { Page } from './page';
import { PageHeader } from './page-header';

/** What a place says that public access does not reach. */
export function NeedsKeyPage({ workspace: { id, name } }: { workspace: Workspace }) {
  return (
    <Page title={name} header={<PageHeader title={name} />}>
      <EmptyState
        icon={<KeyRound size={24} />}
        title="This needs a key"
        text={`${name} is connected without one: its public assets and models can be looked at. Collections, search, import and every change need a workspace with a key.`}
        action={
          <>
            <Link
              to="/$workspace/assets"
              params={{ workspace: id }}
              className={buttonClass({ variant: 'primary' })}
            >
              Look at the assets
            </Link>
            <Link to="/settings" className={buttonClass()}>
              Open settings
            </Link>
          </>
        }
      />
    </Page>
  );
}
