import { type CarryMessage, nextHandshakeStep, PROTOCOL } from './protocol';
import { forgetReload, reloadFor, wasReloadedFor } from './reload-guard';
import { StartError } from './start-error';
import {
  controllingWorker,
  greetWorker,
  letCarry,
  registerWorker,
  tellWorker,
  updateWorker,
} from './worker-link';

interface StartOptions {
  /** Path of the site, ending in a slash. */
  base: string;
  /** Whether a first visit finds the samples. */
  samples: boolean;
  /** Acts when the first view is there. */
  whenSettled: (act: () => void) => void;
  /** Another version of Vitrine took over the library: this page should be reloaded. */
  onOutdated: () => void;
}

/** What the page may ask of the library beside the contract. */
interface RunningLibrary {
  hasSamples(): Promise<boolean>;
  removeSamples(): Promise<void>;
  restoreSamples(): Promise<void>;
  carry(message: Omit<CarryMessage, 'type'>): Promise<boolean>;
}

/** Starts the built-in library: resolves when it answers requests of this page, throws a `StartError`. */
export async function startLibrary({
  base,
  samples,
  whenSettled,
  onOutdated,
}: StartOptions): Promise<RunningLibrary> {
  if (!isSecureContext) throw new StartError('insecure-origin');
  if (!('serviceWorker' in navigator)) throw new StartError('no-service-worker');
  if (typeof indexedDB === 'undefined') throw new StartError('no-storage');

  const worker = await agree(await registerWorker(base), samples);
  forgetReload();
  watchForOtherVersions(onOutdated);
  // Some browsers ask the person: nobody waits for the answer.
  void navigator.storage?.persist?.().catch(() => undefined);
  // After the first screen, so that the rest of the app does not compete with its pictures.
  const whenIdle = (act: () => void) => whenSettled(() => beIdle(act));
  whenIdle(() => tellWorker(worker, { type: 'keep-shell' }));
  let duties: ReturnType<typeof loadDuties> | undefined;
  const takeUp = () => (duties ??= loadDuties(base));
  whenIdle(() => void takeUp().catch(() => undefined));
  return {
    hasSamples: async () => (await takeUp()).hasSamples(),
    removeSamples: async () => (await takeUp()).removeSamples(),
    restoreSamples: async () => (await takeUp()).restoreSamples(),
    carry: async (message) => letCarry(worker, { type: 'carry', ...message }),
  };
}

async function loadDuties(base: string) {
  const { takeUpDuties } = await import('./page-duties');
  return takeUpDuties(base);
}

/** Page and worker compare versions before the first request; see `nextHandshakeStep`. */
async function agree(registration: ServiceWorkerRegistration, samples: boolean): Promise<ServiceWorker> {
  const tried = { update: false, reload: wasReloadedFor('protocol') };
  for (;;) {
    const worker = await controllingWorker(registration);
    const answer = await greetWorker(worker, samples);
    const step = nextHandshakeStep(PROTOCOL, answer?.protocol, tried);
    if (step === 'reload-page') return reloadFor('protocol');
    if (step === 'give-up') throw new StartError(answer ? 'versions-differ' : 'worker-silent');
    if (step === 'update-worker') {
      tried.update = true;
      await updateWorker(registration);
      continue;
    }
    if (answer?.storage === 'blocked') throw new StartError('blocked-by-tab', answer.detail);
    if (answer?.storage === 'full') throw new StartError('storage-full', answer.detail);
    if (answer?.storage === 'unavailable') throw new StartError('no-storage', answer.detail);
    return worker;
  }
}

function watchForOtherVersions(onOutdated: () => void): void {
  const look = async () => {
    const { controller } = navigator.serviceWorker;
    const answer = controller && (await greetWorker(controller));
    if (answer && answer.protocol !== PROTOCOL) onOutdated();
  };
  navigator.serviceWorker.addEventListener('controllerchange', () => void look());
}

/** When there is nothing better to do. */
function beIdle(act: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(act, { timeout: 5_000 });
  else act();
}
