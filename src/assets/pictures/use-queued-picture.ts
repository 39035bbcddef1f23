import { type RefCallback, use, useCallback } from 'react';
import { PictureQueueContext } from './picture-queue-context';

/**
 * Gives an `<img>` its source when its turn comes, and takes it away when the tile leaves: a load under way is then
 * called off and a loaded picture can be freed. While a larger rendition loads, the one before stays.
 */
export function useQueuedPicture(url: string, top: number, height: number): RefCallback<HTMLImageElement> {
  const queue = use(PictureQueueContext);
  return useCallback(
    (image: HTMLImageElement | null) => {
      if (!image) return undefined;
      const load = (done: () => void) => {
        image.addEventListener('load', done, { once: true });
        image.addEventListener('error', done, { once: true });
        image.src = url;
      };
      const isThere = image.getAttribute('src') === url;
      if (!queue && !isThere) load(() => undefined);
      const takeBack = isThere ? undefined : queue?.add({ top, height, load });
      return () => {
        takeBack?.();
        // Only when it has left, which shows after the drawing: the same element may wait for another rendition.
        queueMicrotask(() => {
          if (!image.isConnected) image.removeAttribute('src');
        });
      };
    },
    [queue, url, top, height],
  );
}
