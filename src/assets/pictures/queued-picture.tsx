import { useQueuedPicture } from './use-queued-picture';

interface QueuedPictureProps {
  url: string;
  /** Pixels from the top of the grid to the tile, and its height: those in the middle of the view come first. */
  top: number;
  height: number;
  className: string;
  onError: () => void;
}

/** A picture in a tile, loaded when its turn comes. */
export function QueuedPicture({ url, top, height, ...rest }: QueuedPictureProps) {
  const ref = useQueuedPicture(url, top, height);
  return <img ref={ref} alt="" decoding="async" draggable={false} {...rest} />;
}
