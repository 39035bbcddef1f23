import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AssetSummary } from '~/api/asset-summary';
import type { Asset } from '~/contract/asset';
import { IconButton } from '~/ui/icon-button';
import { CopyButton } from './copy-button';
import { type Fact, factsOf } from './facts';
import type { ViewerSlots } from './viewer-slots';

interface FactsPanelProps {
  summary: AssetSummary;
  /** The whole record, once it is read. */
  asset: Asset | undefined;
  slots: ViewerSlots | undefined;
  onClose: () => void;
}

/** Everything known of the asset shown, with buttons to copy what is worth copying. */
export function FactsPanel({ summary, asset, slots, onClose }: FactsPanelProps) {
  const facts = asset ? factsOf(asset) : [];
  return (
    <aside
      aria-label="Facts"
      className="flex w-80 shrink-0 flex-col overflow-y-auto border-l border-line bg-surface max-md:h-3/5 max-md:w-full max-md:border-t max-md:border-l-0"
    >
      <div className="sticky top-0 flex items-center justify-between bg-surface px-4 py-2">
        <h2 className="text-base font-medium">Facts</h2>
        <IconButton name="Close facts" icon={<X aria-hidden="true" size={16} />} onClick={onClose} />
      </div>
      <dl className="flex flex-col px-4 pb-4 text-sm">
        {facts.map((fact) => (
          <Line key={fact.label} fact={fact} />
        ))}
        {summary.modelId && (
          <Slot label="Model">{slots?.modelName?.(summary.modelId) ?? summary.modelId}</Slot>
        )}
        {slots?.memberships && <Slot label="In">{slots.memberships(summary)}</Slot>}
      </dl>
    </aside>
  );
}

function Line({ fact: { label, value, copy, long } }: { fact: Fact }) {
  return (
    <div
      className={
        long ? 'border-b border-line py-1.5' : 'flex min-h-8 items-center gap-2 border-b border-line py-1'
      }
    >
      <dt className="flex w-28 shrink-0 items-center gap-1 text-muted">
        {label}
        {long && copy && <CopyButton label={label} value={value} />}
      </dt>
      <dd className="min-w-0 flex-1 whitespace-pre-wrap wrap-anywhere select-text">{value}</dd>
      {!long && copy && <CopyButton label={label} value={value} />}
    </div>
  );
}

function Slot({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex min-h-8 items-baseline gap-2 border-b border-line py-1.5">
      <dt className="w-28 shrink-0 text-muted">{label}</dt>
      <dd className="min-w-0 flex-1 wrap-anywhere">{children}</dd>
    </div>
  );
}
