import { ImageOff } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { ApiError } from '~/api/api-error';
import { type AssetSummary, summarizeAsset } from '~/api/asset-summary';
import { type CommandId, SELECTION_VERBS } from '~/commands/commands';
import { keySettings } from '~/commands/key-settings';
import type { AssetId } from '~/contract/ids';
import { Button } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { FailedState } from '~/ui/failed-state';
import type { Workspace } from '~/workspaces/workspace';
import { assetQueries } from '../asset-queries';
import type { ItemSequence } from '../grid/item-sequence';
import type { PlaceSelection } from '../selection/selection-store';
import type { ChangeSearch } from '../use-search-change';
import { FactsPanel } from './facts-panel';
import { type Ground, mayBeTransparent, storedGround, storeGround } from './ground';
import { keepFocusInside } from './keep-focus-inside';
import { usePreloadedNeighbours } from './use-preloaded-neighbours';
import { ViewerBar } from './viewer-bar';
import type { ViewerSlots } from './viewer-slots';
import { isShownPicture, ViewerStage } from './viewer-stage';
import { FIT, type Zoom } from './zoom';
import { fullScale } from './zoom-picture';

/** What is done with the selection elsewhere is done here with what is shown, by the same keys. */
const COMMANDS = [
  ...SELECTION_VERBS.filter((id) => id !== null && id !== 'open'),
  ...(['undo', 'redo', 'palette', 'show-keys'] satisfies CommandId[]),
].join(' ');

export interface ViewerProps {
  workspace: Workspace;
  id: AssetId;
  items: ItemSequence<AssetSummary>;
  /** Reads what is missing around these positions. */
  reach: ((first: number, last: number) => void) | undefined;
  /** Number of all that match, where known. */
  total: number | null | undefined;
  selection: PlaceSelection<AssetSummary>;
  onSearch: ChangeSearch;
  slots: ViewerSlots | undefined;
}

/** One asset over the place it was opened from. Its address is a search parameter: Back closes, arrows replace. */
export function Viewer({ workspace, id, items, reach, total, selection, onSearch, slots }: ViewerProps) {
  const router = useRouter();
  const dialog = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState<Zoom>(FIT);
  const [facts, setFacts] = useState(false);
  const [ground, setGround] = useState<Ground>(storedGround);
  const detail = useQuery(assetQueries.detail(workspace, id));
  const selected = useStore(selection.store, (state) => state.selected.has(id));

  const found = items.indexOf(id);
  /** Where it stood, should it leave the listing while it is looked at: the next one has moved up to there. */
  const [place, setPlace] = useState(found);
  if (found !== -1 && found !== place) setPlace(found);
  const asset = items.find(id) ?? (detail.data && summarizeAsset(detail.data));
  usePreloadedNeighbours(items, found);

  // As soon as it is there: the next key is meant for it.
  useLayoutEffect(() => {
    dialog.current?.focus();
  }, []);
  useEffect(() => {
    if (found === -1) return;
    selection.focusOn(id);
    reach?.(found, found);
  }, [found, id, reach, selection]);

  const opened = () => router.state.location.state.viewerOpened === true;
  const close = () => {
    if (opened()) router.history.back();
    else onSearch({ asset: undefined }, 'replace');
  };
  const go = (by: -1 | 1) => {
    const next = items.itemAt(found === -1 && by === 1 ? place : place + by);
    if (next) onSearch({ asset: next.id }, 'replace');
  };
  const leave = useEffectEvent(() => {
    if (place === -1 || !slots?.isActedOn?.(id)) return;
    if (items.itemAt(place)) go(1);
    else if (items.itemAt(place - 1)) go(-1);
    else close();
  });
  useEffect(() => {
    if (found === -1) leave();
  }, [found]);
  const onSelect = () => {
    if (asset && found === -1 && !selected) selection.include([asset]);
    else selection.toggle(id);
  };
  const toggleZoom = () => setZoom(zoom.scale === 'fit' ? { scale: fullScale(), x: 0.5, y: 0.5 } : FIT);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab') keepFocusInside(event, dialog.current);
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // Players, fields and menus answer their own keys.
    const own =
      event.target instanceof Element && event.target.closest('video,audio,input,[role=menu],[role=region]');
    const act: Record<string, (() => void) | undefined> = {
      Escape: close,
      ...(!own && {
        ArrowLeft: () => go(-1),
        ArrowRight: () => go(1),
        ...(keySettings.getState().letters && {
          i: () => setFacts(!facts),
          x: onSelect,
          z: toggleZoom,
        }),
        ' ': event.target === dialog.current ? close : undefined,
      }),
    };
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const run = act[key];
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };

  return (
    // Its keys are heard wherever the focus is inside it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={dialog}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- menus and toasts must stay usable above it
      role="dialog"
      aria-modal="true"
      aria-label={asset?.name ?? 'Asset'}
      data-commands={COMMANDS}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- back from a dialog over it, focus is here and on none of its buttons
      tabIndex={0}
      className="fixed inset-0 z-30 flex flex-col bg-backdrop -outline-offset-2"
      onKeyDown={onKeyDown}
    >
      {asset ? (
        <>
          <ViewerBar
            asset={asset}
            index={found}
            count={Math.max(items.length, total ?? 0)}
            selected={selected}
            onSelect={onSelect}
            zoom={isShownPicture(asset) ? zoomText(zoom) : undefined}
            onZoom={toggleZoom}
            ground={isShownPicture(asset) && mayBeTransparent(asset.mimeType) ? ground : undefined}
            onGround={(next) => {
              setGround(next);
              storeGround(next);
            }}
            facts={facts}
            onFacts={() => setFacts(!facts)}
            onGo={items.length > 0 ? go : undefined}
            onClose={close}
            verbs={slots?.verbs?.(asset)}
          />
          <div className="relative flex min-h-0 flex-1 max-md:flex-col">
            <div className="relative min-h-0 min-w-0 flex-1">
              <ViewerStage
                key={asset.id}
                workspace={workspace}
                asset={asset}
                zoom={zoom}
                onZoom={setZoom}
                ground={ground}
                onSwipe={go}
              />
            </div>
            {facts && (
              <FactsPanel summary={asset} asset={detail.data} slots={slots} onClose={() => setFacts(false)} />
            )}
          </div>
        </>
      ) : (
        detail.error && <Missing error={detail.error} onRetry={() => void detail.refetch()} onClose={close} />
      )}
    </div>
  );
}

function Missing({ error, onRetry, onClose }: { error: unknown; onRetry: () => void; onClose: () => void }) {
  const closing = <Button onClick={onClose}>Close</Button>;
  if (error instanceof ApiError && error.kind === 'not-found') {
    return (
      <EmptyState
        icon={<ImageOff size={24} />}
        title="There is no such asset"
        text="It may have been deleted, or the address belongs to another workspace."
        action={closing}
      />
    );
  }
  return (
    <FailedState
      title="The asset could not be read"
      reason={error instanceof Error ? error.message : undefined}
      onRetry={onRetry}
      action={closing}
    />
  );
}

function zoomText(zoom: Zoom): string {
  return zoom.scale === 'fit' ? 'Fit' : `${Math.round((zoom.scale / fullScale()) * 100)}%`;
}
