import { useQueuedPicture } from './use-queued-picture';

interface QueuedPictureProps {
  url: string;
  /** Pixels from the top of the grid to the tile, and its height: those in the middle of the view come first. */
  top: number;
  height: number;
  className: string;
  onError: () => void;
}

/** A picture in a tile, loaded when its turn comes. Until then it is not seen: Chromium frames an image without a source. */
export function QueuedPicture({ url, top, height, className, onError }: QueuedPictureProps) {
  const ref = useQueuedPicture(url, top, height);
  return (
    <img
      ref={ref}
      alt=""
      decoding="async"
      draggable={false}
      // A press on it is one on the tile: what is pressed and replaced before it is let go gives no click.
      className={`${className} pointer-events-none [&:not([src])]:invisible`}
      onError={onError}
    />
  );
}
