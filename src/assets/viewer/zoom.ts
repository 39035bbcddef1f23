/** A size in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * How a picture is looked at, kept from one to the next. `scale` is CSS pixels per pixel of the picture; `fit` shows
 * all of it. (`x`, `y`) is the point of the picture in the middle of the stage, 0 to 1 each way.
 */
export interface Zoom {
  readonly scale: number | 'fit';
  readonly x: number;
  readonly y: number;
}

export const FIT: Zoom = { scale: 'fit', x: 0.5, y: 0.5 };
const MAX_SCALE = 16;

/** The scale at which all of the picture is seen, never beyond its own pixels. */
export function fitScale(stage: Size, picture: Size, full = 1): number {
  if (picture.width === 0 || picture.height === 0) return full;
  return Math.min(full, stage.width / picture.width, stage.height / picture.height);
}

/** `zoom.scale` as a number. */
export function scaleOf(zoom: Zoom, stage: Size, picture: Size, full = 1): number {
  return zoom.scale === 'fit' ? fitScale(stage, picture, full) : zoom.scale;
}

/** Where the picture's box stands on the stage. */
export function placed(zoom: Zoom, stage: Size, picture: Size, full = 1) {
  const scale = scaleOf(zoom, stage, picture, full);
  const { x, y } = bounded(zoom, stage, picture, scale);
  const width = picture.width * scale;
  const height = picture.height * scale;
  return { left: stage.width / 2 - x * width, top: stage.height / 2 - y * height, width, height };
}

/** Another scale, with the point of the picture under (`px`, `py`) of the stage staying there. */
export function zoomAt(
  zoom: Zoom,
  stage: Size,
  picture: Size,
  px: number,
  py: number,
  to: number,
  full = 1,
): Zoom {
  const fit = fitScale(stage, picture, full);
  if (to <= fit) return FIT;
  const scale = Math.min(MAX_SCALE, to);
  const { left, top, width, height } = placed(zoom, stage, picture, full);
  const x = (px - left) / width + (stage.width / 2 - px) / (picture.width * scale);
  const y = (py - top) / height + (stage.height / 2 - py) / (picture.height * scale);
  return { scale, ...bounded({ x, y }, stage, picture, scale) };
}

/** Dragged by so many CSS pixels. */
export function panBy(zoom: Zoom, stage: Size, picture: Size, dx: number, dy: number): Zoom {
  if (zoom.scale === 'fit') return zoom;
  const { width, height } = placed(zoom, stage, picture);
  const { x, y } = bounded(zoom, stage, picture, zoom.scale);
  return {
    scale: zoom.scale,
    ...bounded({ x: x - dx / width, y: y - dy / height }, stage, picture, zoom.scale),
  };
}

/** Keeps the picture from leaving the stage; a side that fits is centred. */
function bounded({ x, y }: { x: number; y: number }, stage: Size, picture: Size, scale: number) {
  return {
    x: between(x, stage.width / (picture.width * scale)),
    y: between(y, stage.height / (picture.height * scale)),
  };
}

/** `seen` is the share of this side that the stage shows. */
function between(value: number, seen: number): number {
  return seen >= 1 || !Number.isFinite(seen) ? 0.5 : Math.min(1 - seen / 2, Math.max(seen / 2, value));
}
