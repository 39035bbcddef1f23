import { formatCount } from '~/ui/format-facts';
import type { ActIntent, Batch } from './batch';
import type { Change } from './change';
import { provisionalCollectionId } from './provisional-id';

type EditIntent = Extract<ActIntent, { kind: 'edit-memberships' }>;

/** Longer lists of names are told as a number. */
const MOST_NAMES = 3;

/** "Props", "Props and Hero", "Props, Hero and Set", "4 collections". */
export function namesText(names: readonly string[]): string {
  if (names.length > MOST_NAMES) return `${names.length} collections`;
  return [names.slice(0, -1).join(', '), ...names.slice(-1)].filter(Boolean).join(' and ');
}

/**
 * What an edit of several collections came to: "Added 12 to Props and 9 to Hero, removed 3 from Set". Only what this
 * batch changed counts. Undefined where it changed no membership.
 */
export function editResultText(
  intent: EditIntent,
  { id: batchId, done }: Pick<Batch, 'id' | 'done'>,
): string | undefined {
  const made = done.flatMap((change) => (change.kind === 'create' ? change.collection : []));
  const [added, removed] = [countsBy('add', done), countsBy('remove', done)];
  const refs = [...intent.add, ...intent.remove, ...made];
  const names = new Map(refs.map(({ id, name }) => [String(id), name]));
  // What was planned for a collection to be made goes on naming it as it was called then.
  for (const [index, name] of (intent.create ?? []).entries())
    names.set(provisionalCollectionId(`${batchId}-${index}`), name);
  const filled = new Set([...added.keys()].map((id) => names.get(id)));
  const parts = [
    ...sentence('added', 'to', added, names),
    ...sentence('removed', 'from', removed, names),
    ...made.filter(({ name }) => !filled.has(name)).map(({ name }) => `created ${name}`),
  ];
  if (parts.length === 0) return undefined;
  const text = parts.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function countsBy(kind: 'add' | 'remove', done: readonly Change[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const change of done) {
    if (change.kind !== kind) continue;
    const { collectionId: id, assets, models } = change;
    counts.set(id, (counts.get(id) ?? 0) + assets.length + models.length);
  }
  return counts;
}

function sentence(
  verb: string,
  preposition: string,
  counts: ReadonlyMap<string, number>,
  names: ReadonlyMap<string, string>,
): string[] {
  if (counts.size === 0) return [];
  const sizes = [...new Set(counts.values())];
  const all = [...counts.keys()].map((id) => names.get(id) ?? id);
  const [size = 0] = sizes;
  if (sizes.length === 1) return [`${verb} ${formatCount(size)} ${preposition} ${namesText(all)}`];
  if (counts.size > MOST_NAMES)
    return [`${verb} up to ${formatCount(Math.max(...sizes))} ${preposition} ${namesText(all)}`];
  const each = [...counts].map(
    ([id, count]) => `${formatCount(count)} ${preposition} ${names.get(id) ?? id}`,
  );
  return [`${verb} ${namesText(each)}`];
}
