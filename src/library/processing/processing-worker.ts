import { StorageFullError } from '../storage';
import type { UploadRecord } from '../upload-record';
import { probeMedia } from './media-probe';
import type { ToPage, ToWorker } from './worker-messages';

interface Job {
  resolve: () => void;
  reject: (error: Error) => void;
}

/** A dedicated worker as the page sees it: jobs go in, and end or fail; what a worker cannot find out is probed here. */
export class ProcessingWorker {
  readonly #worker = new Worker(new URL('./process-worker.ts', import.meta.url), { type: 'module' });
  readonly #jobs = new Map<number, Job>();
  #last = 0;
  #broken = false;

  constructor() {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<ToPage>) => this.#hear(data));
    this.#worker.addEventListener('error', (event) => {
      this.#stop(event.message || 'the worker stopped');
    });
  }

  /** Whether it takes no more jobs. */
  get broken(): boolean {
    return this.#broken;
  }

  /** Jobs it has. */
  get jobs(): number {
    return this.#jobs.size;
  }

  /** Resolves when the worker is done with the uploads, rejects when it breaks. */
  process(base: string, uploads: readonly UploadRecord[]): Promise<void> {
    this.#last += 1;
    const job = this.#last;
    const ended = new Promise<void>((resolve, reject) => {
      this.#jobs.set(job, { resolve, reject });
    });
    this.#post({ type: 'process', job, base, uploads });
    return ended.finally(() => this.#jobs.delete(job));
  }

  #hear(data: ToPage): void {
    const { job } = data;
    if (data.type === 'done') this.#jobs.get(job)?.resolve();
    else if (data.type === 'failed')
      this.#jobs.get(job)?.reject(data.full ? new StorageFullError() : new Error(data.reason));
    else void probeMedia(data.file).then((facts) => this.#post({ type: 'probed', job, facts }));
  }

  #stop(reason: string): void {
    this.#broken = true;
    this.#worker.terminate();
    for (const { reject } of this.#jobs.values()) reject(new Error(reason));
  }

  #post(message: ToWorker): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no target origin
    this.#worker.postMessage(message);
  }
}
