import type { RememberedRequest } from '../../src/library/port-app';
import type { Held, World } from './intended';
import type { WrittenJournal } from './journal-in-page';
import type { Schedule } from './schedule';

/** Ids that one membership request may carry. */
const MOST_IDS = 49;

/** What is wrong with what the server holds, in words; empty where it holds exactly what was intended. */
export function compareWorlds(intended: World, held: World): string[] {
  const wrong: string[] = [];
  for (const [id, want] of intended) {
    const have = held.get(id);
    if (!have) wrong.push(`collection ${want.name} (${id}) is missing`);
    else wrong.push(...compareHeld(want, have));
  }
  for (const [id, { name }] of held)
    if (!intended.has(id)) wrong.push(`collection ${name} (${id}) is too many`);
  return wrong;
}

function compareHeld(want: Held, have: Held): string[] {
  const missing = [...want.assets].filter((id) => !have.assets.has(id));
  const extra = [...have.assets].filter((id) => !want.assets.has(id));
  return [
    ...(want.name === have.name ? [] : [`${have.name} should be called ${want.name}`]),
    ...(want.thumbnail === have.thumbnail
      ? []
      : [`${have.name} has the thumbnail ${have.thumbnail}, not ${want.thumbnail}`]),
    ...(missing.length > 0 ? [`${have.name} lacks ${missing.length}: ${missing.slice(0, 5).join(' ')}`] : []),
    ...(extra.length > 0
      ? [`${have.name} has ${extra.length} too many: ${extra.slice(0, 5).join(' ')}`]
      : []),
  ];
}

/**
 * What is wrong with how the batches ended: only assets of another team may have failed, and what met a used-up quota,
 * which is no matter of seconds: that is refused and offered for a retry.
 */
export function checkEnds({ batches }: WrittenJournal, foreign: ReadonlySet<string>): string[] {
  return batches.flatMap(({ id, intent, state, failures }) => [
    ...(state === undefined ? [`${intent.kind} ${id} has not ended`] : []),
    ...failures
      .filter(({ ids }) => ids.length === 0 || !ids.every((asset) => foreign.has(asset)))
      .filter(({ reason, message }) => reason !== 'rate-limited' || !message.startsWith('Quota exceeded'))
      .map(({ reason, message }) => `${intent.kind} ${id} failed: ${reason}, ${message}`),
  ]);
}

/** What is wrong with the requests the server got. */
export function checkRequests(requests: readonly RememberedRequest[], schedule: Schedule): string[] {
  const sent = requests.filter(isOfBatch);
  return [
    ...sent
      .filter(({ method, path, ids }) => isMembership(method, path) && ids.length > MOST_IDS)
      .map(({ path, ids }) => `${path} was sent ${ids.length} ids`),
    ...sentAgain(sent),
    ...tooFast(sent, schedule),
  ];
}

/** Ids sent to a collection after the answer that they are in had been given. */
function sentAgain(requests: readonly RememberedRequest[]): string[] {
  const known = new Map<string, number>();
  const wrong: string[] = [];
  for (const { method, path, ids, at, status, applied, answeredAt } of requests) {
    if (!isMembership(method, path)) continue;
    for (const id of ids) {
      const key = `${path} ${id}`;
      const since = known.get(key);
      if (method === 'PUT' && since !== undefined && since < at)
        wrong.push(`${id} was sent to ${path} again ${at - since} ms after it was known to be in`);
      // A removal may have happened from the moment it was asked for.
      if (method === 'DELETE') known.delete(key);
      else if (status === 200 && applied === 200 && answeredAt > 0) known.set(key, answeredAt);
    }
  }
  return wrong;
}

/** Windows with more requests than the workspace takes; a tenth of the window is left to the way there. */
function tooFast(requests: readonly RememberedRequest[], { rateLimit }: Schedule): string[] {
  const windowMs = rateLimit.seconds * 1000 * 0.9;
  for (const { at } of requests) {
    const count = requests.filter((other) => other.at >= at && other.at < at + windowMs).length;
    if (count > rateLimit.requests) return [`${count} requests came within ${rateLimit.seconds} s`];
  }
  return [];
}

function isMembership(method: string, path: string): boolean {
  return (method === 'PUT' || method === 'DELETE') && /^\/v1\/collections\/[^/]+\/(assets|models)/.test(path);
}

function isOfBatch({ method, path }: RememberedRequest): boolean {
  return (
    method !== 'OPTIONS' &&
    (path.includes('/get-bulk') || !['GET', 'HEAD'].includes(method)) &&
    !path.includes('/search')
  );
}
