import { type Storage, StorageFullError } from '../storage';
import { claimNextUpload, failUpload } from '../upload-jobs';
import type { UploadRecord } from '../upload-record';
import type { UploadSignal } from '../upload-signal';
import { sweepUploads } from '../uploads';
import { probeMedia } from './media-probe';
import type { ToPage, ToWorker } from './worker-messages';

/** Milliseconds after which a full disk is tried again. */
const FULL_PAUSE_MS = 2000;

/** More workers than this fill the memory with decoded pictures rather than go faster. */
const MAX_WORKERS = 4;

/**
 * Processes stored uploads in workers of this tab, as long as it is open, if no other tab does: the first to hold the
 * lock works, and when it closes the next takes over what it left half-done.
 */
export function processInPages(storage: Storage, base: string, signal: UploadSignal): void {
  void navigator.locks.request(`vitrine-processing:${base}`, async () => {
    const pool = new ProcessingPool(storage, base);
    signal.listen(() => void pool.work());
    await pool.work(true);
    await sweepUploads(storage, new Date()).catch(() => undefined);
    // The lock is held until the tab is closed.
    await new Promise<never>(() => undefined);
  });
}

class ProcessingPool {
  readonly #storage: Storage;
  readonly #base: string;
  readonly #id = crypto.randomUUID();
  readonly #idle: Worker[] = [];
  readonly #size = Math.max(1, Math.min(MAX_WORKERS, navigator.hardwareConcurrency ?? 2));
  #busy = 0;
  #working = false;
  #again = false;

  constructor(storage: Storage, base: string) {
    this.#storage = storage;
    this.#base = base;
  }

  /** Hands waiting uploads to free workers until none waits or none is free. */
  async work(takeOver = false): Promise<void> {
    this.#again = true;
    if (this.#working) return;
    this.#working = true;
    try {
      while (this.#again) {
        this.#again = false;
        await this.#handOut(takeOver);
      }
    } catch (thrown) {
      // Even taking an upload is written down: it is taken when there is room again.
      if (!(thrown instanceof StorageFullError)) throw thrown;
      setTimeout(() => void this.work(takeOver), FULL_PAUSE_MS);
    } finally {
      this.#working = false;
    }
  }

  async #handOut(takeOver: boolean): Promise<void> {
    while (this.#busy < this.#size) {
      const upload = await claimNextUpload(this.#storage, this.#id, { takeOver });
      if (!upload) return;
      this.#busy += 1;
      void this.#process(upload).finally(() => {
        this.#busy -= 1;
        void this.work();
      });
    }
  }

  async #process(upload: UploadRecord): Promise<void> {
    const worker = this.#idle.pop() ?? startWorker();
    try {
      await runIn(worker, { type: 'process', base: this.#base, upload });
      this.#idle.push(worker);
    } catch (error) {
      worker.terminate();
      const reason = error instanceof Error ? error.message : 'unknown reason';
      await this.#fail(upload, `${upload.fileName} could not be processed: ${reason}`);
    }
  }

  /** Its bytes go first; where not even the verdict has room, it is given as soon as there is some. */
  async #fail(upload: UploadRecord, reason: string): Promise<void> {
    try {
      await failUpload(this.#storage, upload.id, reason);
    } catch (thrown) {
      if (!(thrown instanceof StorageFullError)) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, FULL_PAUSE_MS));
      await this.#fail(upload, reason);
    }
  }
}

function startWorker(): Worker {
  return new Worker(new URL('./process-worker.ts', import.meta.url), { type: 'module' });
}

/** Resolves when the worker is done with the upload, rejects when it breaks. */
function runIn(worker: Worker, job: ToWorker): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (act: () => void) => {
      worker.removeEventListener('message', listen);
      worker.removeEventListener('error', fail);
      act();
    };
    const listen = ({ data }: MessageEvent<ToPage>) => {
      if (data.type === 'done') end(resolve);
      else if (data.type === 'failed') end(() => reject(new Error(data.reason)));
      else void probeMedia(data.file).then((facts) => post(worker, { type: 'probed', facts }));
    };
    const fail = (event: ErrorEvent) => end(() => reject(new Error(event.message || 'the worker stopped')));
    worker.addEventListener('message', listen);
    worker.addEventListener('error', fail);
    post(worker, job);
  });
}

function post(worker: Worker, message: ToWorker): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no target origin
  worker.postMessage(message);
}
