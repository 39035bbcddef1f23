import { useEffect } from 'react';
import type { AssetSummary } from '~/api/asset-summary';
import type { ItemSequence } from '../grid/item-sequence';
import { isShownPicture } from './viewer-stage';

/** Reads the pictures before and after the one shown, so that an arrow key shows them at once. */
export function usePreloadedNeighbours(items: ItemSequence<AssetSummary>, index: number): void {
  const urls = index === -1 ? '' : [index + 1, index - 1].flatMap((at) => urlOf(items.itemAt(at))).join('\n');
  useEffect(() => {
    if (urls === '') return undefined;
    // After the one that is looked at.
    const timer = setTimeout(() => {
      for (const url of urls.split('\n')) {
        const image = new Image();
        image.decoding = 'async';
        image.src = url;
      }
    }, 120);
    return () => clearTimeout(timer);
  }, [urls]);
}

function urlOf(asset: AssetSummary | undefined): string[] {
  return asset && isShownPicture(asset) ? [asset.url] : [];
}
