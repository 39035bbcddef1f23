import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { KeyRound } from 'lucide-react';
import { useEffect } from 'react';
import { queryKeys } from '~/api/query-keys';
import { announce } from '~/ui/live-region';
import { Button } from '~/ui/button';
import { KeyForm } from '~/workspaces/key-form';
import { useKeyState } from '~/workspaces/use-key-state';
import type { Workspace } from '~/workspaces/workspace';
import { Page } from './page';
import { PageHeader } from './page-header';

/** Stands in for every place of a workspace until its key is there; then the place itself is shown. */
export function KeyPage({ workspace }: { workspace: Workspace }) {
  const { id, name, client, key } = workspace;
  const queryClient = useQueryClient();
  const router = useRouter();
  const isRefused = useKeyState(workspace) === 'refused';
  useEffect(
    () => () => {
      // Left for another place: nothing has changed.
      if (key?.state() !== 'ready') return;
      // What could not be read without the key is read anew.
      void queryClient.resetQueries({ queryKey: queryKeys.workspace(id) });
      void router.invalidate();
    },
    [queryClient, router, id, key],
  );
  return (
    <Page title={name} header={<PageHeader title={name} />}>
      <div className="m-auto flex w-full max-w-96 flex-col gap-1 px-6 py-12">
        <KeyRound aria-hidden="true" size={24} className="mb-2 text-muted" />
        <h2 className="text-lg font-medium text-balance">
          {isRefused ? `${name} did not accept the key` : `${name} asks for its key`}
        </h2>
        <p className="mb-3 text-sm text-muted text-pretty wrap-anywhere">
          {isRefused
            ? 'It may have been deleted, or lost its rights. Enter another one, or try the same again. '
            : 'An API key and its secret, from the project’s settings at Scenario. '}
          They are sent to {new URL(client.baseUrl).host} and to nobody else.
        </p>
        <KeyForm workspace={workspace} onConnected={() => announce(`Connected to ${name}`)} />
        {isRefused && (
          <Button className="self-start" onClick={() => key?.tryAgain()}>
            Try the same key again
          </Button>
        )}
      </div>
    </Page>
  );
}
