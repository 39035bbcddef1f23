import {
  type CarryMessage,
  type HelloAnswer,
  PROTOCOL,
  type PageMessage,
  parseHelloAnswer,
} from './protocol';
import { StartError } from './start-error';

/** Milliseconds for a worker that is there already: to take over the page, to answer. */
const ANSWER_MS = 10_000;

/** Registers the worker of the site at `base` and waits until one is active. */
export async function registerWorker(base: string): Promise<ServiceWorkerRegistration> {
  const registration = (await registrationHere(base)) ?? (await register(base));
  // In development a reload is how an edit of the library is picked up, so it waits for the new worker.
  if (import.meta.env.DEV) await updateWorker(registration);
  if (!registration.active) await activated(registration.installing ?? registration.waiting);
  return registration;
}

/**
 * The registration of a page that its worker answers. Registering once more would wait for the browser's own look for a
 * newer worker: seconds, or for ever where the host does not answer.
 */
async function registrationHere(base: string): Promise<ServiceWorkerRegistration | undefined> {
  const { controller } = navigator.serviceWorker;
  if (controller?.scriptURL !== new URL(`${base}sw.js`, location.href).href) return undefined;
  return navigator.serviceWorker.getRegistration(base);
}

async function register(base: string): Promise<ServiceWorkerRegistration> {
  try {
    const options = { scope: base, updateViaCache: 'none' } as const;
    return await navigator.serviceWorker.register(`${base}sw.js`, options);
  } catch (error) {
    // "Block all cookies" refuses workers and storage alike, and storage is the word of its settings.
    const keepsData = await indexedDB.databases().then(
      () => true,
      () => false,
    );
    throw new StartError(keepsData ? 'worker-failed' : 'no-storage', error);
  }
}

/** Asks for a newer worker and waits until it has taken over; false where there is none. */
export async function updateWorker(registration: ServiceWorkerRegistration): Promise<boolean> {
  // No network is no newer worker, and neither is a host that does not answer.
  const late = new Promise((resolve) => setTimeout(resolve, ANSWER_MS));
  await Promise.race([registration.update().catch(() => undefined), late]);
  const newer = registration.installing ?? registration.waiting;
  if (!newer) return false;
  await activated(newer);
  return true;
}

/** The worker that answers this page. After a hard reload there is none until one is told to take over. */
export async function controllingWorker(registration: ServiceWorkerRegistration): Promise<ServiceWorker> {
  const container = navigator.serviceWorker;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new StartError('worker-silent')), ANSWER_MS);
    const look = () => {
      if (!container.controller) return;
      clearTimeout(timer);
      container.removeEventListener('controllerchange', look);
      resolve(container.controller);
    };
    container.addEventListener('controllerchange', look);
    look();
    if (!container.controller && registration.active) tellWorker(registration.active, { type: 'claim' });
  });
}

/** Sends a message that has no answer. */
export function tellWorker(worker: ServiceWorker, message: PageMessage): void {
  worker.postMessage(message, []);
}

/** Says hello; undefined where the worker is too old to answer, or does not in time. */
export async function greetWorker(worker: ServiceWorker, samples = false): Promise<HelloAnswer | undefined> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const end = (answer?: HelloAnswer) => {
      clearTimeout(timer);
      port1.close();
      resolve(answer);
    };
    const timer = setTimeout(end, ANSWER_MS);
    port1.addEventListener('message', (event) => end(parseHelloAnswer(event.data)));
    port1.start();
    worker.postMessage({ type: 'hello', protocol: PROTOCOL, samples } satisfies PageMessage, [port2]);
  });
}

/** Milliseconds the worker has to take what it is to carry. */
const TAKE_MS = 1_000;

/** Gives the worker something for the page that comes next; false where it does not take it. */
export async function letCarry(worker: ServiceWorker, message: CarryMessage): Promise<boolean> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const end = (isTaken: boolean) => {
      clearTimeout(timer);
      port1.close();
      resolve(isTaken);
    };
    const timer = setTimeout(() => end(false), TAKE_MS);
    port1.addEventListener('message', () => end(true));
    port1.start();
    worker.postMessage(message satisfies PageMessage, [port2]);
  });
}

async function activated(worker: ServiceWorker | null): Promise<void> {
  if (!worker) throw new StartError('worker-failed');
  return new Promise((resolve, reject) => {
    const look = () => {
      if (worker.state === 'activated') resolve();
      if (worker.state === 'redundant') reject(new StartError('worker-failed', 'It could not be installed'));
    };
    worker.addEventListener('statechange', look);
    look();
  });
}
