import { openStorage } from '../open-storage';
import { type Storage, StorageFullError } from '../storage';
import { UploadEnds } from '../upload-ends';
import type { MediaFacts } from './media-probe';
import { processUploads } from './process-upload';
import type { ToPage, ToWorker } from './worker-messages';

/** A dedicated worker that processes uploads as the page hands them over: while one job waits for the storage, another decodes. */
const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
const probes = new Map<number, (facts: MediaFacts | undefined) => void>();
let storage: Storage | undefined;
let ends: UploadEnds | undefined;

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's page has no target origin
const send = (message: ToPage) => scope.postMessage(message);

scope.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  const { job } = data;
  if (data.type === 'probed') {
    probes.get(job)?.(data.facts);
    return;
  }
  const ask = (file: Blob) =>
    new Promise<MediaFacts | undefined>((resolve) => {
      probes.set(job, resolve);
      send({ type: 'probe', job, file });
    });
  storage ??= openStorage(data.base);
  const ended = (ends ??= new UploadEnds(data.base));
  processUploads(storage, data.uploads, ask, (ids) => ended.tell(ids))
    .then(
      () => send({ type: 'done', job }),
      (thrown: unknown) =>
        send({
          type: 'failed',
          job,
          reason: thrown instanceof Error ? thrown.message : '',
          full: thrown instanceof StorageFullError,
        }),
    )
    .finally(() => probes.delete(job));
});
