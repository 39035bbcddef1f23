import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiError } from '~/api/api-error';
import { formatDay } from '~/ui/format-facts';
import type { ModelId } from '~/contract/ids';
import { Dialog } from '~/ui/dialog';
import { describeFailure } from '~/workspaces/describe-failure';
import type { Workspace } from '~/workspaces/workspace';
import { modelQueries } from './model-queries';

interface ModelFactsProps {
  workspace: Workspace;
  /** The model whose facts are open. */
  id: ModelId | undefined;
  onClose: () => void;
  /** What can be done with it: a link to its assets, verbs. */
  actions?: ReactNode;
}

const GONE = {
  title: 'There is no such model',
  reason: 'It may have been deleted, or the address belongs to another workspace.',
};

/** What is known of one model. */
export function ModelFacts({ workspace, id, onClose, actions }: ModelFactsProps) {
  const { data, error } = useQuery({
    ...modelQueries.detail(workspace, id ?? ('' as ModelId)),
    enabled: id !== undefined,
  });
  const isGone = error instanceof ApiError && error.kind === 'not-found';
  const failure = isGone ? GONE : error && describeFailure(error);
  const facts: [string, string | undefined][] = data
    ? [
        ['Description', data.shortDescription],
        ['Type', data.type],
        ['Status', data.status],
        ['Privacy', data.privacy],
        ['Can do', data.capabilities.join(', ')],
        ['Tags', data.tags.join(', ')],
        ['Collections', data.collectionIds.length > 0 ? String(data.collectionIds.length) : undefined],
        ['Created', formatDay(data.createdAt)],
        ['Id', data.id],
      ]
    : [];
  return (
    <Dialog
      open={id !== undefined}
      onClose={onClose}
      title={failure ? failure.title : data?.name?.trim() || id || ''}
      footer={actions}
    >
      {failure ? (
        <p className="text-sm text-muted">{failure.reason}</p>
      ) : (
        <dl className="flex flex-col text-sm">
          {facts
            .filter(([, value]) => value)
            .map(([label, value]) => (
              <div key={label} className="flex gap-3 border-b border-line py-1.5">
                <dt className="w-24 shrink-0 text-muted">{label}</dt>
                <dd className="min-w-0 flex-1 wrap-anywhere select-text">{value}</dd>
              </div>
            ))}
        </dl>
      )}
    </Dialog>
  );
}
