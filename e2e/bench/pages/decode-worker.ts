/** Ways of making thumbnails in a browser's worker. */
export type Way = 'bitmap webp' | 'bitmap jpeg' | 'reduced webp' | 'reduced jpeg';

/** One of them and nothing else: no hash, no storage, no progress. */
const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
const LONGEST = 512;

async function drawAll(files: readonly ArrayBuffer[], way: Way): Promise<void> {
  for (const data of files) {
    // oxlint-disable-next-line no-await-in-loop -- one picture at a time, as a worker does
    const picture = await decode(data, way);
    const canvas = new OffscreenCanvas(LONGEST, LONGEST);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, LONGEST, LONGEST);
    picture.close();
    // oxlint-disable-next-line no-await-in-loop
    await canvas.convertToBlob({ type: way.endsWith('jpeg') ? 'image/jpeg' : 'image/webp', quality: 0.8 });
  }
}

/** `ImageDecoder` decodes a JPEG at the eighth that comes nearest. */
async function decode(data: ArrayBuffer, way: Way): Promise<ImageBitmap | VideoFrame> {
  const type = 'image/jpeg';
  if (way.startsWith('bitmap')) return createImageBitmap(new Blob([data], { type }));
  const decoder = new ImageDecoder({ data, type, desiredWidth: 500, desiredHeight: 500 });
  const { image } = await decoder.decode();
  decoder.close();
  return image;
}

scope.addEventListener('message', ({ data }: MessageEvent<{ files: ArrayBuffer[]; way: Way }>) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's page has no target origin
  void drawAll(data.files, data.way).then(() => scope.postMessage('done'));
});
