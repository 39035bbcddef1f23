import { useQuery } from '@tanstack/react-query';
import type { AssetSummary } from '~/api/asset-summary';
import type { Workspace } from '~/workspaces/workspace';
import { assetQueries } from '../asset-queries';
import { UnshownView } from './unshown-view';

interface TextViewProps {
  workspace: Workspace;
  asset: AssetSummary;
}

/** Text and JSON as text: names and contents are data, never markup. */
export function TextView({ workspace, asset }: TextViewProps) {
  const { data, error } = useQuery(assetQueries.text(workspace, asset.id, asset.url));
  if (error) return <UnshownView asset={asset} note="Its text could not be read." />;
  if (!data) return null;
  return (
    <div
      // Scrolls by key: a region that scrolls must be reachable.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="region"
      aria-label={`Text of ${asset.name}`}
      className="absolute inset-0 overflow-auto p-6 select-text"
    >
      <pre className="mx-auto max-w-4xl font-mono text-sm whitespace-pre-wrap wrap-anywhere">
        {asset.kind === 'json' ? indented(data.text) : data.text}
      </pre>
      {!data.whole && (
        <p className="mx-auto max-w-4xl pt-4 text-sm text-muted">
          The file goes on: download it to read the rest.
        </p>
      )}
    </div>
  );
}

function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
