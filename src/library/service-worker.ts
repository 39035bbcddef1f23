import { createLibraryApp } from './app';
import { carry } from './carry';
import { MOUNT, openStorage } from './open-storage';
import { probeStorage } from './probe-storage';
import { type HelloAnswer, PROTOCOL, parsePageMessage } from './protocol';
import { sampleMedia } from './samples/sample-fallback';
import { seedOnFirstVisit } from './samples/seed-on-first-visit';
import { createShellCache } from './shell-cache';
import { UploadEnds } from './upload-ends';
import { UploadSignal } from './upload-signal';

/** Written by the build (see service-worker-plugin.ts). */
declare const __BASE__: string;
declare const __BUILD__: string;
declare const __CORE__: readonly string[];
declare const __REST__: readonly string[];

const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const libraryPath = `${__BASE__}${MOUNT}/`;
const shell = createShellCache({ base: __BASE__, build: __BUILD__, core: __CORE__, rest: __REST__ });

// The browser stops the worker whenever it is idle: nothing below holds what is not stored.
const probe = probeStorage((onBlocked) => openStorage(__BASE__, onBlocked));
const uploads = new UploadSignal(__BASE__);
const ends = new UploadEnds(__BASE__).listen();
const app = createLibraryApp({
  storage: probe.storage,
  mount: `${__BASE__}${MOUNT}`,
  onUploadComplete: (id) => uploads.dispatch(id),
  untilEnded: (id) => ends.until(id),
});

worker.addEventListener('install', (event) => {
  // On a first visit the page waits for this worker, so only what it has just loaded is kept now and the
  // rest when it says so. An update has time, and nobody may ever say so.
  event.waitUntil(worker.registration.active ? shell.keepAll() : shell.keepCore());
  event.waitUntil(worker.skipWaiting());
  event.waitUntil(routeAround(event).catch(() => undefined));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([shell.prune(), worker.clients.claim()]));
});

worker.addEventListener('message', (event) => {
  const message = parsePageMessage(event.data);
  if (message?.type === 'claim') event.waitUntil(worker.clients.claim());
  if (message?.type === 'keep-shell') event.waitUntil(shell.keepAll());
  if (message?.type === 'carry')
    event.waitUntil(carry(message, () => event.ports[0]?.postMessage({ type: 'carry' })));
  if (message?.type === 'hello') event.waitUntil(greet(event.ports[0], message.samples));
});

worker.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (url.origin === worker.location.origin && url.pathname.startsWith(libraryPath)) {
    event.respondWith(answer(event.request));
    return;
  }
  const kept = shell.answer(event.request);
  if (!kept) return;
  event.respondWith(kept);
  // The page that comes asks for the library at once, and opening the storage takes as long as its scripts.
  if (event.request.mode === 'navigate') event.waitUntil(probe.look());
});

/** Chromium's static routing; other browsers have none. */
interface RoutingInstallEvent extends ExtendableEvent {
  addRoutes?: (rules: readonly object[]) => Promise<void>;
}

/** The first scripts come from the cache without this worker, which is busy with the page and the library then. */
async function routeAround(event: RoutingInstallEvent): Promise<void> {
  await event.addRoutes?.(shell.routes());
}

/** Never falls through to the network: on a static host a 404 of the library would turn into a page. */
async function answer(request: Request): Promise<Response> {
  const response = await app.fetch(request);
  if (response.status !== 404) return response;
  return (await sampleMedia(request, __BASE__)) ?? response;
}

async function greet(port: MessagePort | undefined, samples: boolean): Promise<void> {
  const { state, detail } = await probe.look();
  // A library without samples is an empty one: no reason to keep the page waiting or out.
  if (samples && state === 'ready') await seedOnFirstVisit(probe.storage, __BASE__).catch(() => undefined);
  port?.postMessage({
    type: 'hello',
    protocol: PROTOCOL,
    build: __BUILD__,
    storage: state,
    ...(detail && { detail }),
  } satisfies HelloAnswer);
}
