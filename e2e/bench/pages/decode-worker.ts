/** The fastest way of making thumbnails that browsers have, and nothing else: no hash, no storage, no progress. */
const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
const LONGEST = 512;

async function drawAll(files: readonly ArrayBuffer[]): Promise<void> {
  for (const data of files) {
    const decoder = new ImageDecoder({ data, type: 'image/jpeg', desiredWidth: 500, desiredHeight: 500 });
    // oxlint-disable-next-line no-await-in-loop -- one picture at a time, as a worker does
    const { image } = await decoder.decode();
    const canvas = new OffscreenCanvas(LONGEST, LONGEST);
    canvas.getContext('2d')?.drawImage(image, 0, 0, LONGEST, LONGEST);
    image.close();
    decoder.close();
    // oxlint-disable-next-line no-await-in-loop
    await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 });
  }
}

scope.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer[]>) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's page has no target origin
  void drawAll(data).then(() => scope.postMessage('done'));
});
