import { pictureColor } from './picture-color';
import { THUMBNAIL_SIDE } from './thumbnail-size';

/** What only a page can find out of a file: workers have no media elements and no SVG. */
export interface MediaFacts {
  width?: number;
  height?: number;
  /** Seconds. */
  duration?: number;
  /** A frame of the video. */
  poster?: Blob;
  /** Dominant colour of that frame, or of an SVG that hides what is behind it. */
  color?: string;
}

/** Milliseconds after which a file counts as one this browser cannot play. */
const PATIENCE = 10_000;
/** Seconds into a video: the very first frame is often black. */
const POSTER_AT = 0.5;

/** Probes one file; undefined where this browser cannot decode it. */
export async function probeMedia(file: Blob): Promise<MediaFacts | undefined> {
  const url = URL.createObjectURL(file);
  try {
    if (file.type.startsWith('video/')) return await probeVideo(url);
    return file.type.startsWith('audio/') ? await probeAudio(url) : await probePicture(url);
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(url);
  }
}

async function probeVideo(url: string): Promise<MediaFacts> {
  const video = document.createElement('video');
  video.muted = true;
  video.preload = 'auto';
  await loaded(video, url, 'loadeddata');
  const { videoWidth: width, videoHeight: height } = video;
  const facts = { width, height, ...finite(video.duration) };
  const seeked = settled(video, 'seeked');
  video.currentTime = Math.min(POSTER_AT, (facts.duration ?? 0) / 2);
  await seeked;
  const poster = width > 0 ? await drawPoster(video, width, height) : undefined;
  video.removeAttribute('src');
  video.load();
  return { ...facts, ...poster };
}

async function drawPoster(video: HTMLVideoElement, width: number, height: number) {
  const scale = Math.min(1, THUMBNAIL_SIDE / Math.max(width, height));
  const canvas = new OffscreenCanvas(Math.max(1, width * scale), Math.max(1, height * scale));
  canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height);
  const poster = await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 });
  return { poster, ...named(pictureColor(canvas)) };
}

async function probeAudio(url: string): Promise<MediaFacts> {
  const audio = new Audio();
  audio.preload = 'metadata';
  await loaded(audio, url, 'loadedmetadata');
  return finite(audio.duration);
}

async function probePicture(url: string): Promise<MediaFacts> {
  const image = new Image();
  image.src = url;
  await image.decode();
  return { width: image.naturalWidth, height: image.naturalHeight, ...named(pictureColor(image)) };
}

async function loaded(element: HTMLMediaElement, url: string, event: string): Promise<void> {
  const done = settled(element, event);
  element.src = url;
  await done;
}

/** Resolves with the event, rejects with an error of the element or after `PATIENCE`. */
function settled(element: HTMLMediaElement, event: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The file takes too long to decode.')), PATIENCE);
    const end = (act: () => void) => () => {
      clearTimeout(timer);
      act();
    };
    element.addEventListener(event, end(resolve), { once: true });
    element.addEventListener(
      'error',
      end(() => reject(new Error('The browser cannot decode the file.'))),
      { once: true },
    );
  });
}

function named(color: string | undefined): { color?: string } {
  return color === undefined ? {} : { color };
}

/** Streams without an end have no duration. */
function finite(duration: number): { duration?: number } {
  return Number.isFinite(duration) && duration > 0 ? { duration } : {};
}
