import { Check, ChevronLeft, ChevronRight, Circle, Download, Info, Maximize, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AssetSummary } from '~/api/asset-summary';
import { buttonClass } from '~/ui/button-class';
import { IconButton } from '~/ui/icon-button';
import { SegmentedControl } from '~/ui/segmented-control';
import { tooltip } from '~/ui/tooltip';
import { formatCount } from '~/ui/format-facts';
import { DownloadLink } from './download-link';
import type { Ground } from './ground';

interface ViewerBarProps {
  asset: AssetSummary;
  /** Place in the listing, from 0; -1 where it is not part of it. */
  index: number;
  count: number;
  selected: boolean;
  onSelect: () => void;
  /** In words: "Fit", "100%". Undefined where nothing zooms. */
  zoom: string | undefined;
  onZoom: () => void;
  /** Undefined where nothing is seen through. */
  ground: Ground | undefined;
  onGround: (ground: Ground) => void;
  facts: boolean;
  onFacts: () => void;
  onGo: ((by: -1 | 1) => void) | undefined;
  onClose: () => void;
  verbs: ReactNode;
}

const swatch = (className: string) => (
  <span aria-hidden="true" className={`size-3.5 border border-line-strong ${className}`} />
);
const GROUND_SEGMENTS = [
  { value: 'plain', label: 'Plain ground', icon: swatch('bg-backdrop') },
  {
    value: 'checker',
    label: 'Checkered ground',
    icon: swatch('bg-[repeating-conic-gradient(#bbb_0_25%,#fff_0_50%)] bg-size-[6px_6px]'),
  },
  { value: 'black', label: 'Black ground', icon: swatch('bg-[#000]') },
  { value: 'white', label: 'White ground', icon: swatch('bg-[#fff]') },
] as const;

/** What is shown, where in the listing it stands, and what can be done with it. */
export function ViewerBar(props: ViewerBarProps) {
  const { asset, index, count, selected, zoom, ground, facts, onGo } = props;
  return (
    <div className="flex min-h-topbar shrink-0 items-center gap-1 border-b border-line px-2 py-1 max-sm:flex-wrap">
      <IconButton
        name="Close"
        keys="Escape"
        icon={<X aria-hidden="true" size={16} />}
        onClick={props.onClose}
      />
      <IconButton
        name="Previous"
        keys="ArrowLeft"
        disabled={!onGo || index === 0}
        icon={<ChevronLeft aria-hidden="true" size={16} />}
        onClick={() => onGo?.(-1)}
      />
      <IconButton
        name="Next"
        keys="ArrowRight"
        disabled={!onGo || index === count - 1}
        icon={<ChevronRight aria-hidden="true" size={16} />}
        onClick={() => onGo?.(1)}
      />
      <span className="flex-1 sm:hidden" />
      <p className="flex min-w-0 flex-1 items-baseline gap-2 px-1 text-sm max-sm:order-last max-sm:basis-full max-sm:justify-between max-sm:px-2">
        <span className="truncate">{asset.name}</span>
        {index >= 0 && (
          <span className="shrink-0 text-xs text-muted tabular-nums">
            {formatCount(index + 1)} of {formatCount(count)}
          </span>
        )}
      </p>
      {ground !== undefined && (
        <SegmentedControl
          label="Ground"
          value={ground}
          segments={GROUND_SEGMENTS}
          onChange={props.onGround}
          className="max-sm:hidden"
        />
      )}
      {zoom !== undefined && (
        <button
          type="button"
          className={buttonClass({ variant: 'ghost', className: 'tabular-nums' })}
          onClick={props.onZoom}
          {...tooltip('All of it, or its own pixels', 'Z')}
        >
          <Maximize aria-hidden="true" size={16} />
          <span className="sr-only">Zoom: </span>
          <span className="max-sm:sr-only">{zoom}</span>
        </button>
      )}
      {props.verbs}
      <IconButton
        name="Select"
        keys="X"
        aria-pressed={selected}
        icon={
          selected ? (
            <Check aria-hidden="true" size={16} strokeWidth={3} className="text-accent" />
          ) : (
            <Circle aria-hidden="true" size={16} />
          )
        }
        onClick={props.onSelect}
      />
      {asset.url !== '' && (
        <DownloadLink
          asset={asset}
          label="Download original"
          className={buttonClass({ variant: 'ghost', className: 'w-control px-0!' })}
          {...tooltip('Download original')}
        >
          <Download aria-hidden="true" size={16} />
        </DownloadLink>
      )}
      <IconButton
        name="Facts"
        keys="I"
        aria-pressed={facts}
        icon={<Info aria-hidden="true" size={16} />}
        onClick={props.onFacts}
      />
    </div>
  );
}
