import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { FailedState } from '~/ui/failed-state';
import { describeFailure } from './describe-failure';
import { PageHeader } from './page-header';
import { Page } from './page';

/** A page that could not be shown: which kind of failure, and the next step. */
export function FailedScreen({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const { title, reason } = describeFailure(error);
  return (
    <Page title={title} header={<PageHeader title="" />}>
      <FailedState
        title={title}
        reason={reason}
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </Page>
  );
}
