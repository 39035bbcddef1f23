import { Download, ExternalLink } from 'lucide-react';
import type { AssetSummary } from '~/api/asset-summary';
import { buttonClass } from '~/ui/button-class';
import { kindOf } from '../asset-kind';
import { formatBytes, formatPixels } from '~/ui/format-facts';
import { DownloadLink } from './download-link';

interface UnshownViewProps {
  asset: AssetSummary;
  /** Why it is not shown. */
  note: string;
  onRetry?: (() => void) | undefined;
}

/** What a browser cannot show: its small picture if there is one, else its icon, its facts, and ways to the file. */
export function UnshownView({ asset, note, onRetry }: UnshownViewProps) {
  const { icon: Icon, name } = kindOf(asset.kind);
  const facts = [
    name,
    asset.mimeType,
    formatPixels(asset.width, asset.height),
    asset.size > 0 && formatBytes(asset.size),
  ];
  return (
    <div className="absolute inset-0 flex flex-col items-center justify-center gap-3 overflow-auto p-6 text-center">
      {asset.thumbnailUrl && asset.kind !== 'image' ? (
        <img
          src={asset.thumbnailUrl}
          alt=""
          className="max-h-[50%] max-w-full rounded-picture object-contain"
        />
      ) : (
        <Icon aria-hidden="true" size={48} strokeWidth={1} className="text-muted" />
      )}
      <p className="max-w-lg text-base wrap-anywhere">{asset.name}</p>
      <p className="text-sm text-muted">{facts.filter(Boolean).join(' · ')}</p>
      <p className="text-sm text-muted">{note}</p>
      <div className="flex flex-wrap justify-center gap-2">
        {onRetry && (
          <button type="button" className={buttonClass()} onClick={onRetry}>
            Try again
          </button>
        )}
        {asset.url !== '' && (
          <>
            <a href={asset.url} target="_blank" rel="noreferrer" className={buttonClass()}>
              <ExternalLink aria-hidden="true" size={16} />
              Open
            </a>
            <DownloadLink asset={asset} className={buttonClass()}>
              <Download aria-hidden="true" size={16} />
              Download
            </DownloadLink>
          </>
        )}
      </div>
    </div>
  );
}
