/**
 * What the page and the worker say to each other besides HTTP. Raise `PROTOCOL` when either side starts to
 * rely on something the other may not do yet: an answer of the library, a message, a store.
 */
export const PROTOCOL = 1;

/**
 * Page → worker. `hello` is answered through the message's port, once a first visit has its samples if it asks for
 * them, `carry` once it is held (an older worker does not answer it); the others are not answered.
 */
export type PageMessage =
  | { type: 'hello'; protocol: number; samples: boolean }
  | { type: 'claim' }
  | { type: 'keep-shell' }
  | CarryMessage;

/**
 * Asks the worker to hold something for the page that comes next, in memory alone: on that channel, the first who sends
 * a message of type `ask` gets `answer`. Answered through the message's port once it listens.
 */
export interface CarryMessage {
  type: 'carry';
  channel: string;
  ask: string;
  answer: object;
}

/** How the worker's storage is: usable, held by an old tab, or not there at all. */
export type StorageState = 'ready' | 'blocked' | 'unavailable' | 'full';

/** Worker → page, the answer to `hello`. `detail` is for people: why the storage is not ready. */
export interface HelloAnswer {
  type: 'hello';
  protocol: number;
  build: string;
  storage: StorageState;
  detail?: string;
}

/** Reads a message of the page, or undefined where it is none of ours. */
export function parsePageMessage(data: unknown): PageMessage | undefined {
  if (typeof data !== 'object' || data === null || !('type' in data)) return undefined;
  if (data.type === 'claim' || data.type === 'keep-shell') return { type: data.type };
  if (data.type === 'carry') return parseCarry(data);
  if (data.type === 'hello' && 'protocol' in data && typeof data.protocol === 'number') {
    return { type: 'hello', protocol: data.protocol, samples: 'samples' in data && data.samples === true };
  }
  return undefined;
}

function parseCarry(data: object): CarryMessage | undefined {
  const { channel, ask, answer } = data as Partial<Record<string, unknown>>;
  if (typeof channel !== 'string' || typeof ask !== 'string') return undefined;
  return typeof answer === 'object' && answer !== null ? { type: 'carry', channel, ask, answer } : undefined;
}

/** Reads the worker's answer, or undefined where it is none: a worker too old to know the message. */
export function parseHelloAnswer(data: unknown): HelloAnswer | undefined {
  if (typeof data !== 'object' || data === null || !('type' in data) || data.type !== 'hello')
    return undefined;
  if (!('protocol' in data) || typeof data.protocol !== 'number') return undefined;
  const answer: HelloAnswer = {
    type: 'hello',
    protocol: data.protocol,
    build: 'build' in data && typeof data.build === 'string' ? data.build : '',
    storage: 'storage' in data ? storageState(data.storage) : 'unavailable',
  };
  if ('detail' in data && typeof data.detail === 'string') answer.detail = data.detail;
  return answer;
}

/** What the page does next. Each remedy is tried once, so two builds can never send each other in circles. */
export type HandshakeStep = 'ready' | 'update-worker' | 'reload-page' | 'give-up';

/** Compares protocol versions; `worker` is undefined where the worker gave no answer it understands. */
export function nextHandshakeStep(
  page: number,
  worker: number | undefined,
  tried: { update: boolean; reload: boolean },
): HandshakeStep {
  if (worker === page) return 'ready';
  if (worker === undefined || worker < page) return tried.update ? 'give-up' : 'update-worker';
  return tried.reload ? 'give-up' : 'reload-page';
}

function storageState(value: unknown): StorageState {
  return value === 'ready' || value === 'blocked' || value === 'full' ? value : 'unavailable';
}
