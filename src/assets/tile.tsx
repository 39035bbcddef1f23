import { clsx } from 'clsx';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AssetSummary } from '~/api/asset-summary';
import { kindOf } from './asset-kind';
import { formatBytes, formatDay, formatDuration, formatPixels } from '~/ui/format-facts';
import type { CellBox } from './grid/grid-cell';
import { pictureGround } from './pictures/picture-ground';
import { TilePicture } from './tile-picture';
import type { Reread } from './use-reread';

/**
 * What a place says about an asset: `done` dims and ticks it ("already in"), `locked` dims it, for it cannot be chosen,
 * `note` stands in a corner.
 */
export interface TileMark {
  readonly done?: boolean;
  readonly locked?: boolean;
  readonly note?: ReactNode;
  /** Spoken after the name: "already in Props". */
  readonly label?: string;
}

interface TileProps {
  asset: AssetSummary;
  box: CellBox;
  mark?: TileMark | undefined;
  /** What to do when its picture does not load, where addresses run out. */
  reread: Reread | undefined;
}

const GROUND = 'rounded-picture bg-surface bg-center bg-no-repeat';
const SQUARE = { width: 36, height: 36 };

/** A picture and nothing else; its name appears when the pointer or the keyboard is on it. */
export function Tile({ asset, box, mark, reread }: TileProps) {
  if (box.layout === 'list') return <ListLine asset={asset} top={box.top} mark={mark} reread={reread} />;
  const fit = box.layout === 'square' || isFarFromBox(asset, box) ? 'contain' : 'cover';
  const pictured = asset.thumbnailUrl !== undefined && asset.status === 'success';
  return (
    <>
      <div
        className={clsx(GROUND, 'size-full', (mark?.done || mark?.locked) && 'opacity-35')}
        style={pictureGround(asset, box, fit)}
      >
        <TilePicture
          asset={asset}
          top={box.top}
          width={box.width}
          height={box.height}
          fit={fit}
          reread={reread}
        />
      </div>
      {pictured && <KindBadge asset={asset} />}
      {pictured && box.height >= 72 && (
        <div className="pointer-events-none absolute inset-x-0 bottom-0 hidden truncate rounded-b-picture bg-scrim px-2 py-1 text-xs text-on-picture group-hover:block group-focus-visible:block group-aria-selected:inset-x-1 group-aria-selected:bottom-1">
          {asset.name}
        </div>
      )}
      {mark?.done && (
        <span className="absolute left-1.5 top-1.5 flex size-5 items-center justify-center rounded-full bg-raised text-text">
          <Check aria-hidden="true" size={14} strokeWidth={3} />
        </span>
      )}
      {mark?.note && <div className="absolute right-1.5 top-1.5">{mark.note}</div>}
    </>
  );
}

/** A still says by itself what it is; everything else wears its icon, and its length. */
function KindBadge({ asset }: { asset: AssetSummary }) {
  if (asset.kind === 'image') return null;
  const { icon: Icon } = kindOf(asset.kind);
  return (
    <span className="pointer-events-none absolute bottom-1.5 right-1.5 flex h-5 items-center gap-1 rounded-[4px] bg-scrim px-1.5 text-xs text-on-picture tabular-nums group-hover:opacity-0 group-focus-visible:opacity-0">
      <Icon aria-hidden="true" size={12} />
      {asset.duration > 0 && formatDuration(asset.duration)}
    </span>
  );
}

interface ListLineProps {
  asset: AssetSummary;
  top: number;
  mark: TileMark | undefined;
  reread: Reread | undefined;
}

function ListLine({ asset, top, mark, reread }: ListLineProps) {
  return (
    <div
      className={clsx(
        'flex h-full items-center gap-3 pl-1 pr-11 text-sm',
        (mark?.done || mark?.locked) && 'opacity-50',
      )}
    >
      <div
        className={clsx(GROUND, 'size-9 shrink-0 overflow-hidden')}
        style={pictureGround(asset, SQUARE, 'contain')}
      >
        <TilePicture asset={asset} top={top} {...SQUARE} fit="contain" reread={reread} />
      </div>
      <span className="min-w-0 flex-1 truncate">{asset.name}</span>
      {mark?.note}
      <span className="hidden w-24 shrink-0 truncate text-muted sm:block">{kindOf(asset.kind).name}</span>
      <span className="hidden w-28 shrink-0 text-right text-muted tabular-nums md:block">
        {asset.duration > 0 ? formatDuration(asset.duration) : formatPixels(asset.width, asset.height)}
      </span>
      <span className="hidden w-20 shrink-0 text-right text-muted tabular-nums md:block">
        {asset.size > 0 ? formatBytes(asset.size) : ''}
      </span>
      <span className="w-24 shrink-0 text-right text-muted tabular-nums">{formatDay(asset.createdAt)}</span>
    </div>
  );
}

/** Ribbons get a box that is less extreme than they are; cutting them to it would hide most of the picture. */
function isFarFromBox({ width, height }: AssetSummary, box: CellBox): boolean {
  if (width === 0 || height === 0) return true;
  const ratio = width / height / (box.width / box.height);
  return ratio > 1.15 || ratio < 0.87;
}
