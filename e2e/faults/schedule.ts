import type { Fault, FaultRule } from '../../src/library/faults';
import { Random } from './random';

/** What a person does. */
export type Act =
  | { kind: 'add'; collection: number; from: number; count: number }
  | { kind: 'remove'; collection: number; from: number; count: number }
  | { kind: 'move'; from: number; count: number }
  | { kind: 'create'; count: number }
  | { kind: 'rename'; collection: number; name: string }
  | { kind: 'cover'; collection: number; tile: number }
  | { kind: 'delete-collection'; collection: number }
  | { kind: 'undo' };

/** What happens to them. */
export interface Disturbance {
  kind: 'reload' | 'second-tab' | 'close-tab' | 'kill-browser';
}

export type Step = Act | Disturbance | { kind: 'wait'; ms: number };

export interface Schedule {
  readonly seed: number;
  readonly rules: readonly FaultRule[];
  readonly steps: readonly Step[];
  readonly rateLimit: { requests: number; seconds: number };
  /** The process of the browser is killed on the way: it needs one of its own. */
  readonly kills: boolean;
}

/** How many collections there are at the start. */
export const COLLECTIONS = 3;
/** "All that are loaded" instead of a few. */
export const ALL = 1000;

/** Which requests faults meet: those of the batches. */
const TARGETS: readonly Pick<FaultRule, 'method' | 'path'>[] = [
  { method: 'PUT', path: '/assets' },
  { method: 'PUT', path: '/assets' },
  { method: 'DELETE', path: '/assets' },
  { method: 'PUT', path: '/v1/collections/' },
  { method: 'POST', path: '/v1/collections' },
  { method: 'DELETE', path: '/v1/collections/' },
  { method: 'POST', path: '/get-bulk' },
];

/** Everything that a seed stands for. */
export function scheduleFor(seed: number): Schedule {
  const random = new Random(seed);
  const rules = Array.from({ length: random.between(1, 5) }, () => rule(random));
  const acts = Array.from({ length: random.between(2, 5) }, () => act(random));
  const steps: Step[] = [];
  // Something must be in a collection before it can be taken out.
  steps.push({ kind: 'add', collection: 0, from: 0, count: random.chance(0.5) ? ALL : 8 });
  for (const step of acts) {
    if (random.chance(0.35)) steps.push(disturbance(random));
    if (random.chance(0.4)) steps.push({ kind: 'wait', ms: random.between(0, 600) });
    steps.push(step);
  }
  if (random.chance(0.5)) steps.push({ kind: 'wait', ms: random.between(0, 400) }, disturbance(random));
  return {
    seed,
    rules,
    steps,
    rateLimit: random.chance(0.3) ? { requests: 10, seconds: 2 } : { requests: 100, seconds: 60 },
    kills: steps.some(({ kind }) => kind === 'kill-browser'),
  };
}

function rule(random: Random): FaultRule {
  return {
    ...random.pick(TARGETS),
    after: random.between(0, 3),
    times: random.between(1, 2),
    fault: fault(random),
  };
}

function fault(random: Random): Fault {
  const bodies = ['cooldown', 'action', 'text', 'quota', 'none'] as const;
  return random.pick<() => Fault>([
    () => ({ type: 'latency', ms: random.between(50, 1200) }),
    () => ({ type: 'rate-limit', body: random.pick(bodies), remainingSeconds: 1 }),
    () => ({ type: 'rate-limit', body: 'none', retryAfterSeconds: 1 }),
    () => ({ type: 'internal-error' }),
    () => ({ type: 'bad-gateway' }),
    () => ({ type: 'drop-before' }),
    () => ({ type: 'drop-after' }),
    () => ({ type: 'hang', ms: random.between(500, 2500) }),
    () => ({ type: 'bad-body' }),
  ])();
}

function act(random: Random): Act {
  const collection = random.between(0, COLLECTIONS - 1);
  const other = (collection + random.between(1, COLLECTIONS - 1)) % COLLECTIONS;
  const from = random.between(0, 6);
  const count = random.between(1, 8);
  return random.pick<() => Act>([
    () => ({ kind: 'add', collection, from, count }),
    () => ({ kind: 'add', collection, from, count: ALL }),
    () => ({ kind: 'add', collection: 0, from, count: ALL }),
    () => ({ kind: 'remove', collection: 0, from: 0, count: random.chance(0.4) ? ALL : count }),
    () => ({ kind: 'move', from: 0, count }),
    () => ({ kind: 'create', count }),
    () => ({ kind: 'rename', collection, name: `Renamed ${random.between(1, 99)}` }),
    () => ({ kind: 'cover', collection: 0, tile: random.between(0, 3) }),
    () => ({ kind: 'delete-collection', collection: other }),
    () => ({ kind: 'undo' }),
    () => ({ kind: 'undo' }),
  ])();
}

function disturbance(random: Random): Disturbance {
  return {
    kind: random.pick(['reload', 'second-tab', 'second-tab', 'close-tab', 'close-tab', 'kill-browser']),
  };
}
