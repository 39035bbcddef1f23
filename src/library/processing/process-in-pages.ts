import { type Storage, StorageFullError } from '../storage';
import { claimUploads, failUpload, giveUpNewest, reasonFor } from '../upload-jobs';
import type { UploadRecord } from '../upload-record';
import type { UploadSignal } from '../upload-signal';
import { sweepUploads } from '../uploads';
import { ProcessingWorker } from './processing-worker';

/** Milliseconds after which a full disk is tried again, and after how many tries an upload makes room for the others. */
const FULL_PAUSE_MS = 2000;
const FULL_TRIES = 2;

/** Milliseconds between two looks for uploads that nobody goes on with: a tab may stay open for weeks. */
const SWEEP_MS = 60 * 60 * 1000;

/** More workers than this fill the memory with decoded pictures rather than go faster. */
const MAX_WORKERS = 4;
/** Jobs a worker has at a time: one decodes while the other reads or writes. */
const JOBS_EACH = 2;

/**
 * Processes stored uploads in workers of this tab, as long as it is open, if no other tab does: the first to hold the
 * lock works, and when it closes the next takes over what it left half-done.
 */
export function processInPages(storage: Storage, base: string, signal: UploadSignal): void {
  void navigator.locks.request(`vitrine-processing:${base}`, async () => {
    const pool = new ProcessingPool(storage, base);
    signal.listen(() => void pool.work());
    await pool.work(true);
    const sweep = () => sweepUploads(storage, new Date()).catch(() => undefined);
    await sweep();
    setInterval(() => void sweep(), SWEEP_MS);
    // The lock is held until the tab is closed.
    await new Promise<never>(() => undefined);
  });
}

class ProcessingPool {
  readonly #storage: Storage;
  readonly #base: string;
  readonly #id = crypto.randomUUID();
  #workers: ProcessingWorker[] = [];
  readonly #size = Math.max(1, Math.min(MAX_WORKERS, navigator.hardwareConcurrency ?? 2));
  #busy = 0;
  #working = false;
  #again = false;
  /** Pauses in a row after which there was no room to claim anything. */
  #pauses = 0;
  /** One is under way, so that what fails meanwhile begins no other. */
  #pausing = false;

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
      void this.#pause(takeOver);
    } finally {
      this.#working = false;
    }
  }

  /** Tries again in a while. Where that did not help before, the newest upload gives its room to the others. */
  async #pause(takeOver: boolean): Promise<void> {
    if (this.#pausing) return;
    this.#pausing = true;
    await new Promise((resolve) => setTimeout(resolve, FULL_PAUSE_MS));
    this.#pauses += 1;
    // Its bytes are gone before the verdict is refused.
    if (this.#pauses >= FULL_TRIES) await giveUpNewest(this.#storage).catch(() => undefined);
    this.#pausing = false;
    await this.work(takeOver);
  }

  async #handOut(takeOver: boolean): Promise<void> {
    for (let slots = this.#slots(); slots > 0; slots = this.#slots()) {
      const uploads = await claimUploads(this.#storage, this.#id, { slots, takeOver });
      this.#pauses = 0;
      if (uploads.length === 0) return;
      this.#busy += 1;
      void this.#process(uploads).finally(() => {
        this.#busy -= 1;
        void this.work();
      });
    }
  }

  #slots(): number {
    return this.#size * JOBS_EACH - this.#busy;
  }

  async #process(uploads: readonly UploadRecord[]): Promise<void> {
    const worker = this.#leastBusy();
    try {
      await worker.process(this.#base, uploads);
    } catch (error) {
      this.#workers = this.#workers.filter(({ broken }) => !broken);
      // What the worker had finished is passed over.
      for (const upload of uploads) await this.#fail(upload, reasonFor(error, upload));
    }
  }

  #leastBusy(): ProcessingWorker {
    const free = this.#workers.toSorted((a, b) => a.jobs - b.jobs)[0];
    if (free && (free.jobs === 0 || this.#workers.length >= this.#size)) return free;
    const started = new ProcessingWorker();
    this.#workers.push(started);
    return started;
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
