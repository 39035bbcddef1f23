import { benchSize } from '../bench-data';
import { drawThumbnail } from './draw-picture';

/** Draws the pictures `from`…`to` and answers with their bytes. */
const scope = globalThis as unknown as DedicatedWorkerGlobalScope;

async function drawAll(from: number, to: number): Promise<void> {
  const pictures: Uint8Array[] = [];
  for (let n = from; n < to; n += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one canvas at a time
    pictures.push(await drawThumbnail(n, benchSize(n)));
  }
  scope.postMessage(
    pictures,
    pictures.map(({ buffer }) => buffer),
  );
}

scope.addEventListener('message', ({ data }: MessageEvent<{ from: number; to: number }>) => {
  void drawAll(data.from, data.to);
});
