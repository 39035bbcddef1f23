import { createFileRoute } from '@tanstack/react-router';
import Sparkles from 'lucide-react/icons/sparkles';
import { useRef } from 'react';
import { selectionOf } from '~/assets/selection/selection-store';
import { useModelFiling } from '~/collections/use-model-filing';
import { useCommandHandlers } from '~/commands/use-command-handlers';
import { ModelContent } from '~/models/model-content';
import { ModelFilterBar } from '~/models/model-filter-bar';
import type { ModelItem } from '~/models/model-item';
import { modelQueries } from '~/models/model-queries';
import { modelPlaceSearchSchema } from '~/models/model-search';
import { ModelStatusControls } from '~/models/model-status-controls';
import { useModelStatusText } from '~/models/model-status-text';
import { useModelPlace } from '~/models/use-model-place';
import { ImportLink, NothingPublic } from '~/shell/empty-library';
import { Page } from '~/shell/page';
import { PageHeader } from '~/shell/page-header';
import { SelectionBar } from '~/shell/selection-bar';
import { StatusLine } from '~/shell/status-line';
import { EmptyState } from '~/ui/empty-state';
import { canWrite } from '~/workspaces/workspace';
import { WorkspaceFailed } from '~/workspaces/workspace-failed';
import { readFirstPage } from '~/workspaces/read-first-page';

export const Route = createFileRoute('/$workspace/models')({
  validateSearch: (search) => modelPlaceSearchSchema.parse(search),
  loader: ({ context, cause }) => {
    const { workspace } = context;
    return readFirstPage({ cause, context }, modelQueries.list(workspace));
  },
  component: ModelsPage,
});

/** Every model of the workspace. */
const SCOPE = {};

function ModelsPage() {
  const { workspace } = Route.useRouteContext();
  const search = Route.useSearch();
  const selection = selectionOf<ModelItem>(workspace, 'models');
  const place = useModelPlace({ workspace, search, scope: SCOPE, selection });
  const text = useModelStatusText(place);
  const { count, dialogs, onGrab } = useModelFiling(selection);
  const field = useRef<HTMLInputElement>(null);
  useCommandHandlers({ filter: () => field.current?.focus() });

  return (
    <Page
      title="Models"
      scrolls={false}
      header={<PageHeader title="Models" filters={<ModelFilterBar place={place} fieldRef={field} />} />}
      selection={<SelectionBar count={count} />}
      status={<StatusLine text={text} controls={<ModelStatusControls place={place} />} />}
    >
      <ModelContent
        place={place}
        label="Models"
        onGrab={onGrab}
        empty={
          canWrite(workspace) ? (
            <EmptyState
              icon={<Sparkles size={24} />}
              title="There are no models"
              text="Models named in the files you bring in appear here."
              action={<ImportLink />}
            />
          ) : (
            <NothingPublic what="models" />
          )
        }
        failed={<WorkspaceFailed error={place.error} onRetry={place.retry} />}
      />
      {dialogs}
    </Page>
  );
}
