import type { Way } from './decode-worker';
import { drawPicture } from './draw-picture';

/** What the bench asks of a page of workers: drawing what it measures with, and the floor of imports. */
export interface BenchPage {
  /** Draws pictures `from`…`to`, as base64. */
  draw(from: number, to: number): Promise<string[]>;
  /** Draws photos of 2000 × 2000 pixels, as base64. */
  drawFiles(count: number): Promise<string[]>;
  /** Thumbnails of those files in that many workers, by each way of making them; files a second. */
  decode(urls: readonly string[], workers: number): Promise<Record<Way, number>>;
}

const DRAWN_TOGETHER = 50;

async function draw(from: number, to: number): Promise<string[]> {
  const pictures = await drawPictures(from, to);
  return pictures.map(toBase64);
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

async function drawFiles(count: number): Promise<string[]> {
  const drawn: string[] = [];
  for (let n = 0; n < count; n += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one large canvas at a time
    const blob = await drawPicture(n, 2000, 2000).convertToBlob({ type: 'image/jpeg', quality: 0.7 });
    drawn.push(toBase64(new Uint8Array(await blob.arrayBuffer())));
  }
  return drawn;
}

const WAYS = ['bitmap webp', 'bitmap jpeg', 'reduced webp', 'reduced jpeg'] as const;

async function decode(urls: readonly string[], count: number): Promise<Record<Way, number>> {
  const files = await Promise.all(urls.map(async (url) => (await fetch(url)).arrayBuffer()));
  const workers = Array.from(
    { length: count },
    () => new Worker(new URL('./decode-worker.ts', import.meta.url), { type: 'module' }),
  );
  const run = (buffers: ArrayBuffer[][], way: Way) =>
    Promise.all(
      workers.map(
        (worker, at) =>
          new Promise((resolve) => {
            worker.addEventListener('message', resolve, { once: true });
            // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no target origin
            worker.postMessage({ files: buffers[at], way });
          }),
      ),
    );
  const rates: [Way, number][] = [];
  for (const way of WAYS) {
    // Once in vain, so that starting the workers is not counted.
    // oxlint-disable-next-line no-await-in-loop -- one way at a time
    await run(
      workers.map((_, at) => files.slice(at, at + 1)),
      way,
    );
    const start = performance.now();
    // oxlint-disable-next-line no-await-in-loop
    await run(
      workers.map((_, at) => files.filter((_file, n) => n % count === at)),
      way,
    );
    rates.push([way, files.length / ((performance.now() - start) / 1000)]);
  }
  for (const worker of workers) worker.terminate();
  return Object.fromEntries(rates) as Record<Way, number>;
}

async function drawPictures(from: number, to: number): Promise<Uint8Array[]> {
  const parts: Promise<Uint8Array[]>[] = [];
  for (let start = from; start < to; start += DRAWN_TOGETHER) {
    parts.push(drawInWorker(start, Math.min(to, start + DRAWN_TOGETHER)));
  }
  return (await Promise.all(parts)).flat();
}

const idle: Worker[] = [];
const waiting: ((worker: Worker) => void)[] = [];
for (let n = 0; n < (navigator.hardwareConcurrency ?? 2); n += 1) {
  idle.push(new Worker(new URL('./picture-worker.ts', import.meta.url), { type: 'module' }));
}

async function drawInWorker(from: number, to: number): Promise<Uint8Array[]> {
  const worker = idle.pop() ?? (await new Promise<Worker>((resolve) => waiting.push(resolve)));
  const pictures = await new Promise<Uint8Array[]>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Uint8Array[]>) => resolve(data), {
      once: true,
    });
    worker.addEventListener('error', (event) => reject(new Error(event.message)), { once: true });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no target origin
    worker.postMessage({ from, to });
  });
  const next = waiting.shift();
  if (next) next(worker);
  else idle.push(worker);
  return pictures;
}

Object.assign(globalThis, { benchPage: { draw, drawFiles, decode } satisfies BenchPage });
