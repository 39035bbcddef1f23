import { formatCount } from '~/ui/format-facts';
import type { ActIntent, Batch, BatchFailure, BatchIntent, FailureReason } from './batch';
import type { Change } from './change';
import { editResultText, namesText } from './edit-result-text';

/** What is said about a batch: exact numbers and names. */
export interface BatchMessage {
  /** "Added 85 to Props", or while it runs "Adding 87 to Props". */
  text: string;
  /** "2 belong to another team · 14 already in"; undefined where nothing is left to say. */
  detail: string | undefined;
}

/** What a batch is doing, or waits to do. */
export function progressMessage(batch: Batch): BatchMessage {
  const { settled, total } = batch.progress;
  const text = phrase(batch.intent, 'doing', countWhole(batch));
  return { text, detail: total > 1 ? `${formatCount(settled)} of ${formatCount(total)}` : undefined };
}

/** Items of running batches. */
const counts = new WeakMap<BatchIntent, { total: number; already: number; count: number }>();

/** Items of a batch, done or not: the same after every answer, and too many to be counted again each time. */
function countWhole({ intent, progress: { total }, already, pending, done, failures }: Batch): number {
  const known = counts.get(intent);
  if (known?.total === total && known.already === already) return known.count;
  const changes = [...done, ...pending, ...failures.map(({ change }) => change)];
  const count = countItems(counted(intent, changes));
  counts.set(intent, { total, already, count });
  return count;
}

/** What became of a settled batch. */
export function resultMessage(batch: Batch): BatchMessage {
  const { intent, done, failures, already, state } = batch;
  const left = halfMoved(batch);
  const parts = [
    ...(left === undefined ? [] : [left]),
    ...failureParts(failures),
    ...(already > 0 ? [alreadyPart(intent, already)] : []),
    ...(state === 'cancelled' ? ['stopped before the end'] : []),
  ];
  const detail = parts.length > 0 ? parts.join(' · ') : undefined;
  const edited = intent.kind === 'edit-memberships' ? editResultText(intent, batch) : undefined;
  if (edited !== undefined) return { text: edited, detail };
  if (done.length > 0) {
    const count = countItems(counted(intent, done));
    const hasMoved = count > 0 || actOf(intent).kind !== 'move' || state === 'done';
    return { text: phrase(intent, hasMoved ? 'done' : 'not-done', count), detail };
  }
  if (failures.length > 0) {
    const failed = countItems(failures.map(({ change }) => change));
    return { text: phrase(intent, 'not-done', failed), detail };
  }
  if (state === 'cancelled')
    return { text: `Cancelled: ${lower(phrase(intent, 'doing', 0))}`, detail: undefined };
  return { text: 'Nothing to change', detail };
}

/** Why parts of a batch failed, most first: "2 belong to another team". */
export function failureParts(failures: readonly BatchFailure[]): string[] {
  const groups = new Map<string, { reason: FailureReason; message: string; ids: Set<string> }>();
  for (const { change, reason, message } of failures) {
    const key = reason === 'invalid' || reason === 'unread-members' ? `${reason}${message}` : reason;
    const group = groups.get(key) ?? { reason, message, ids: new Set<string>() };
    for (const id of idsOf(change)) group.ids.add(id);
    groups.set(key, group);
  }
  return [...groups.values()]
    .toSorted((a, b) => b.ids.size - a.ids.size)
    .map(({ reason, message, ids }) => failurePart(reason, ids.size, message));
}

function failurePart(reason: FailureReason, count: number, message: string): string {
  const one = count === 1;
  const some = count === 0 ? 'It' : formatCount(count);
  switch (reason) {
    case 'forbidden':
      return count === 0
        ? `Not allowed: ${message}`
        : `${some} ${one ? 'belongs' : 'belong'} to another team`;
    case 'gone':
      return one || count === 0 ? `${some} no longer exists` : `${some} no longer exist`;
    case 'collection-gone':
      return 'The collection no longer exists';
    case 'not-found':
      return one || count === 0 ? `${some} was not found` : `${some} were not found`;
    case 'unauthorized':
      return `${some} not sent: the workspace refused the key`;
    case 'needs-key':
      return `${some} not sent: the key is not there`;
    case 'unreachable':
      return `${some} not confirmed: the workspace did not answer`;
    case 'unavailable':
    case 'unusable':
      return `${some} not confirmed: ${message}`;
    case 'not-written':
      return 'Nothing was sent: the browser has no room to write it down. Free some space and try again';
    case 'rate-limited':
    case 'invalid':
      return `${some} refused: ${message}`;
    case 'unread-members':
      return `Nothing was deleted: not everything in it can be read. ${message}`;
  }
}

function alreadyPart(intent: BatchIntent, count: number): string {
  const n = formatCount(count);
  const { kind } = actOf(intent);
  const leaves = intent.kind === 'undo' ? kind === 'add' || kind === 'copy' : kind === 'remove';
  if (leaves) return `${n} ${count === 1 ? 'was' : 'were'} not in`;
  return kind === 'edit-tags' || kind === 'edit-memberships' ? `${n} unchanged` : `${n} already in`;
}

type Tense = 'doing' | 'done' | 'not-done';

function phrase(intent: BatchIntent, tense: Tense, count: number): string {
  if (intent.kind === 'undo' || intent.kind === 'redo') {
    const act = lower(phraseOfAct(intent.of, 'done', count));
    const words = {
      undo: { doing: 'Undoing', done: 'Undone', 'not-done': 'Not undone' },
      redo: { doing: 'Redoing', done: 'Redone', 'not-done': 'Not redone' },
    };
    return `${words[intent.kind][tense]}: ${act}`;
  }
  return phraseOfAct(intent, tense, count);
}

function phraseOfAct(intent: ActIntent, tense: Tense, count: number): string {
  const n = count > 0 ? ` ${formatCount(count)}` : '';
  const verb = (doing: string, done: string) =>
    ({ doing, done, 'not-done': `Not ${lower(done)}:` })[tense] + n;
  switch (intent.kind) {
    case 'add':
      return `${verb('Adding', 'Added')} to ${intent.to.name}`;
    case 'copy':
      return `${verb('Copying', 'Copied')} to ${intent.to.name}`;
    case 'remove':
      return `${verb('Removing', 'Removed')} from ${intent.from.name}`;
    case 'move':
      return `${verb('Moving', 'Moved')} from ${intent.from.name} to ${intent.to.name}`;
    case 'edit-memberships': {
      const { remove } = intent;
      const add = [...intent.add, ...(intent.create ?? []).map((name) => ({ name }))];
      const names = (refs: readonly { name: string }[]) => namesText(refs.map(({ name }) => name));
      if (remove.length === 0) return `${verb('Adding', 'Added')} to ${names(add)}`;
      if (add.length === 0) return `${verb('Removing', 'Removed')} from ${names(remove)}`;
      return `${verb('Changing', 'Changed')}: into ${names(add)}, out of ${names(remove)}`;
    }
    case 'create': {
      const { assets, models } = intent.items;
      const asked = assets.length + models.length;
      const made = { doing: 'Creating', done: 'Created', 'not-done': 'Not created:' }[tense];
      return asked > 0 && count > 0
        ? `${made} ${intent.name} with ${formatCount(count)}`
        : `${made} ${intent.name}`;
    }
    case 'rename':
      return `${{ doing: 'Renaming', done: 'Renamed', 'not-done': 'Not renamed:' }[tense]} ${intent.collection.name} to ${intent.name.trim()}`;
    case 'set-thumbnail': {
      const words = intent.thumbnail
        ? {
            doing: 'Setting the thumbnail of',
            done: 'Set the thumbnail of',
            'not-done': 'Thumbnail not set:',
          }
        : {
            doing: 'Removing the thumbnail of',
            done: 'Removed the thumbnail of',
            'not-done': 'Thumbnail not removed:',
          };
      return `${words[tense]} ${intent.collection.name}`;
    }
    case 'delete-collection': {
      const { name, itemCount } = intent.collection;
      const items = `${formatCount(itemCount)} ${itemCount === 1 ? 'item' : 'items'}`;
      const verbs = { doing: 'Deleting', done: 'Deleted', 'not-done': 'Not deleted:' };
      return `${verbs[tense]} collection ${name} (${items})`;
    }
    case 'delete-assets':
      return `${verb('Deleting', 'Deleted')} ${count === 1 ? 'asset' : 'assets'}`;
    case 'edit-tags': {
      const tags = [
        ...intent.add.map((tag) => `added “${tag}”`),
        ...intent.remove.map((tag) => `removed “${tag}”`),
      ].join(', ');
      const words = { doing: 'Tagging', done: 'Tagged', 'not-done': 'Not tagged:' };
      return `${words[tense]}${n}: ${tags}`;
    }
  }
}

/**
 * "49 added to Hero, still in Props": what a move has done by halves; undefined where it has not. What an undo that was
 * stopped has yet to take out cannot be told from what was there before the move.
 */
function halfMoved({ intent, done, failures, state }: Batch): string | undefined {
  const act = actOf(intent);
  if (act.kind !== 'move') return undefined;
  const isUndo = intent.kind === 'undo';
  const [from, to] = isUndo ? [act.to, act.from] : [act.from, act.to];
  const idsIn = (changes: readonly Change[], kind: Change['kind']) =>
    new Set(changes.flatMap((change) => (change.kind === kind ? idsOf(change) : [])));
  const moved = idsIn(done, 'remove');
  const stayed = idsIn(
    failures.map(({ change }) => change),
    'remove',
  );
  const wasStopped = state === 'cancelled' && !isUndo;
  const left = [...idsIn(done, 'add')].filter((id) => (wasStopped ? !moved.has(id) : stayed.has(id)));
  return left.length > 0
    ? `${formatCount(left.length)} added to ${to.name}, still in ${from.name}`
    : undefined;
}

/** The changes whose items are the number in the message. */
function counted(intent: BatchIntent, done: readonly Change[]): readonly Change[] {
  const { kind } = actOf(intent);
  // What a move has only added so far has not moved.
  if (kind === 'move') return done.filter((change) => change.kind === 'remove');
  return done.filter((change) => change.kind !== 'delete-collection');
}

function actOf(intent: BatchIntent): ActIntent {
  return intent.kind === 'undo' || intent.kind === 'redo' ? intent.of : intent;
}

function countItems(changes: readonly Change[]): number {
  return new Set(changes.flatMap(idsOf)).size;
}

function idsOf(change: Change): string[] {
  const assets = 'assets' in change ? change.assets : [];
  const models = 'models' in change ? change.models : [];
  return [...assets, ...models].map(({ id }) => id);
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
