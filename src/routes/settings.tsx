import { createFileRoute } from '@tanstack/react-router';
import { Page } from '~/shell/page';
import { PageHeader } from '~/shell/page-header';

export const Route = createFileRoute('/settings')({ component: Settings });

function Settings() {
  return (
    <Page title="Settings" header={<PageHeader title="Settings" />}>
      <div className="p-4" />
    </Page>
  );
}
