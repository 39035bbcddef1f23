import { type HelloAnswer, PROTOCOL, parsePageMessage } from './protocol';
import { createShellCache } from './shell-cache';

/** Written by the build (see service-worker-plugin.ts). */
declare const __BASE__: string;
declare const __BUILD__: string;
declare const __CORE__: readonly string[];
declare const __REST__: readonly string[];

const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const libraryPrefix = `${__BASE__}~library/`;
const shell = createShellCache({ base: __BASE__, build: __BUILD__, core: __CORE__, rest: __REST__ });

worker.addEventListener('install', (event) => {
  // On a first visit the page waits for this worker, so only what it has just loaded is kept now and the
  // rest when it says so. An update has time, and nobody may ever say so.
  event.waitUntil(worker.registration.active ? shell.keepAll() : shell.keepCore());
  event.waitUntil(worker.skipWaiting());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([shell.prune(), worker.clients.claim()]));
});

worker.addEventListener('message', (event) => {
  const message = parsePageMessage(event.data);
  if (message?.type === 'claim') event.waitUntil(worker.clients.claim());
  if (message?.type === 'keep-shell') event.waitUntil(shell.keepAll());
  if (message?.type === 'hello') event.waitUntil(greet(event.ports[0]));
});

worker.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (url.origin === worker.location.origin && url.pathname.startsWith(libraryPrefix)) {
    event.respondWith(Response.json({ message: 'The library is not here yet' }, { status: 503 }));
    return;
  }
  const answer = shell.answer(event.request);
  if (answer) event.respondWith(answer);
});

async function greet(port: MessagePort | undefined): Promise<void> {
  const answer: HelloAnswer = { type: 'hello', protocol: PROTOCOL, build: __BUILD__, storage: 'ready' };
  port?.postMessage(answer);
}
