import { createStore, type StoreApi } from 'zustand/vanilla';

/** How far the reading of what is to be selected has come. */
export interface SelectionProgress {
  readonly done: number;
  readonly total: number | undefined;
}

/** Reads for a selection in the background, one thing at a time; nothing is selected before all of it is known. */
export class SelectionWork {
  /** Null while nothing is being read. */
  readonly progress: StoreApi<SelectionProgress | null> = createStore<SelectionProgress | null>(() => null);
  private running: AbortController | undefined;

  get isRunning(): boolean {
    return this.running !== undefined;
  }

  /** Reads, then selects; what was being read before is called off. Fails as `read` fails, but not when called off. */
  async run<T>(
    total: number | undefined,
    read: (signal: AbortSignal, onProgress: (done: number) => void) => Promise<T>,
    select: (read: T) => void,
  ): Promise<void> {
    this.cancel();
    const own = new AbortController();
    this.running = own;
    const isCurrent = () => this.running === own;
    const onProgress = (done: number) => {
      if (isCurrent()) this.progress.setState({ done, total }, true);
    };
    onProgress(0);
    try {
      const result = await read(own.signal, onProgress);
      if (isCurrent()) select(result);
    } catch (thrown) {
      if (isCurrent()) throw thrown;
    } finally {
      if (isCurrent()) this.cancel();
    }
  }

  cancel(): void {
    this.running?.abort();
    this.running = undefined;
    if (this.progress.getState()) this.progress.setState(null, true);
  }
}
