import type { MouseEvent, ReactNode } from 'react';
import type { AssetSummary } from '~/api/asset-summary';
import { useWorkspace } from '~/workspaces/use-workspace';
import { fileNameOf } from './file-name';

interface DownloadLinkProps {
  asset: AssetSummary;
  className: string;
  /** Said where the content is an icon alone. */
  label?: string;
  children: ReactNode;
}

/** A link that saves the original. On a far end it is fetched first, since the browser would open it instead. */
export function DownloadLink({ asset, className, label, children, ...rest }: DownloadLinkProps) {
  const workspace = useWorkspace();
  const onClick = (event: MouseEvent) => {
    if (workspace.kind === 'built-in') return;
    event.preventDefault();
    void import('../download-originals').then((acts) => acts.downloadOriginals(workspace, [asset]));
  };
  return (
    <a
      {...rest}
      href={asset.url}
      download={fileNameOf(asset)}
      aria-label={label}
      className={className}
      onClick={onClick}
    >
      {children}
    </a>
  );
}
