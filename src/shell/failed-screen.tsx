import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { describeFailure } from '~/workspaces/describe-failure';
import { WorkspaceFailed } from '~/workspaces/workspace-failed';
import { PageHeader } from './page-header';
import { Page } from './page';

/** A page that could not be shown: which kind of failure, and the next step. */
export function FailedScreen({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const { title } = describeFailure(error);
  return (
    <Page title={title} header={<PageHeader title="" />}>
      <WorkspaceFailed
        error={error}
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </Page>
  );
}
