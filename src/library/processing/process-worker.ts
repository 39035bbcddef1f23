import { openStorage } from '../open-storage';
import type { Storage } from '../storage';
import type { MediaFacts } from './media-probe';
import { processUpload } from './process-upload';
import type { ToPage, ToWorker } from './worker-messages';

/** A dedicated worker that processes one upload at a time, as the page hands them over. */
const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
let storage: Storage | undefined;
let answerProbe: ((facts: MediaFacts | undefined) => void) | undefined;

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's page has no target origin
const send = (message: ToPage) => scope.postMessage(message);

function askPage(file: Blob): Promise<MediaFacts | undefined> {
  return new Promise((resolve) => {
    answerProbe = resolve;
    send({ type: 'probe', file });
  });
}

scope.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'probed') {
    answerProbe?.(data.facts);
    return;
  }
  storage ??= openStorage(data.base);
  processUpload(storage, data.upload, askPage).then(
    () => send({ type: 'done' }),
    (thrown: unknown) => send({ type: 'failed', reason: thrown instanceof Error ? thrown.message : '' }),
  );
});
