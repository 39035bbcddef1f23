import { describe, expect, it } from 'vitest';
import { summarizeAsset } from '~/api/asset-summary';
import { buildAsset, buildCollection } from '~/testing/builders';
import type { ActIntent, Batch } from './batch';
import { progressMessage, resultMessage } from './batch-message';
import { newBatch, planBatch } from './plan';
import { NO_CHANGES } from './pending-changes';
import type { Change } from './change';

const props = buildCollection({ name: 'Props', itemCount: 40 });
const hero = buildCollection({ name: 'Hero' });
const assets = Array.from({ length: 12 }, () => summarizeAsset(buildAsset()));
const items = { assets, models: [] };
const context = { id: 'b', workspaceId: 'w', now: 0, changes: NO_CHANGES };

function done(intent: ActIntent, patch: Partial<Batch> = {}): Batch {
  const batch = planBatch(intent, context);
  return { ...batch, state: 'done', pending: [], done: batch.pending, ...patch };
}

describe('resultMessage', () => {
  it.each<[ActIntent, string]>([
    [{ kind: 'add', to: props, items }, 'Added 12 to Props'],
    [{ kind: 'copy', from: hero, to: props, items }, 'Copied 12 to Props'],
    [{ kind: 'create', name: 'New', items }, 'Created New with 12'],
    [{ kind: 'create', name: 'New', items: { assets: [], models: [] } }, 'Created New'],
    [{ kind: 'rename', collection: props, name: 'Set pieces' }, 'Renamed Props to Set pieces'],
    [
      { kind: 'set-thumbnail', collection: props, thumbnail: { assetId: assets[0]!.id, url: '' } },
      'Set the thumbnail of Props',
    ],
    [{ kind: 'delete-collection', collection: props }, 'Deleted collection Props (40 items)'],
    [{ kind: 'delete-assets', assets }, 'Deleted 12 assets'],
    [{ kind: 'edit-tags', assets, add: ['hero'], remove: [] }, 'Tagged 12: added “hero”'],
    [{ kind: 'edit-memberships', add: [props, hero], remove: [], items }, 'Added 12 to Props and Hero'],
  ])('says exactly what %o did', (intent, text) => {
    expect(resultMessage(done(intent)).text).toBe(text);
  });

  it('names what failed and why', () => {
    const batch = planBatch({ kind: 'add', to: props, items }, context);
    const [change] = batch.pending;
    if (change?.kind !== 'add') throw new Error('no add');
    const part = (from: number, to: number) => ({ ...change, assets: assets.slice(from, to) });
    const settled: Batch = {
      ...batch,
      pending: [],
      state: 'partly-failed',
      done: [part(0, 9)],
      already: 3,
      failures: [
        { change: part(9, 11), reason: 'forbidden', message: 'x' },
        { change: part(11, 12), reason: 'gone', message: 'x' },
      ],
    };
    expect(resultMessage(settled)).toEqual({
      text: 'Added 9 to Props',
      detail: '2 belong to another team · 1 no longer exists · 3 already in',
    });
  });

  describe('of a move that ended early', () => {
    const move: ActIntent = { kind: 'move', from: props, to: hero, items };
    const members = assets.map((asset) => ({ ...asset, collectionIds: [props.id] }));
    const of = (kind: 'add' | 'remove', from: number, to: number): Change => ({
      kind,
      collectionId: kind === 'add' ? hero.id : props.id,
      assets: members.slice(from, to),
      models: [],
    });
    const stopped = (changes: readonly Change[]): Batch => ({
      ...newBatch(move, [], context),
      state: 'cancelled',
      done: changes,
    });

    it('says that nothing has moved yet', () => {
      expect(resultMessage(stopped([of('add', 0, 9)]))).toEqual({
        text: 'Not moved: from Props to Hero',
        detail: '9 added to Hero, still in Props · stopped before the end',
      });
    });

    it('says the same of an undo, as far as that is known', () => {
      const back = { ...of('add', 0, 9), collectionId: props.id } as Change;
      const leave = { ...of('remove', 0, 4), collectionId: hero.id } as Change;
      const undo: Batch = { ...stopped([back]), intent: { kind: 'undo', of: move } };
      expect(resultMessage(undo)).toEqual({
        text: 'Not undone: moved from Props to Hero',
        detail: 'stopped before the end',
      });
      const failures = [{ change: leave, reason: 'unreachable', message: '' } as const];
      expect(resultMessage({ ...undo, state: 'partly-failed', failures }).detail).toMatch(
        /^4 added to Props, still in Hero · 4 not confirmed/,
      );
      // They were in Hero before they were moved there.
      expect(resultMessage({ ...undo, state: 'done' }).detail).toBeUndefined();
    });

    it('says what has moved, and what has not', () => {
      expect(resultMessage(stopped([of('add', 0, 9), of('remove', 0, 4)]))).toEqual({
        text: 'Moved 4 from Props to Hero',
        detail: '5 added to Hero, still in Props · stopped before the end',
      });
    });
  });

  it('says what was taken back', () => {
    const of: ActIntent = { kind: 'add', to: props, items };
    const undo = newBatch({ kind: 'undo', of }, [], context);
    expect(resultMessage({ ...undo, state: 'done', done: done(of).done }).text).toBe(
      'Undone: added 12 to Props',
    );
  });

  it('says that there was nothing to do', () => {
    const batch = planBatch({ kind: 'remove', from: props, items }, context);
    expect(resultMessage({ ...batch, state: 'done' })).toEqual({
      text: 'Nothing to change',
      detail: '12 were not in',
    });
    const undone = (of: ActIntent) => newBatch({ kind: 'undo', of }, [], context, 12);
    expect(resultMessage(undone({ kind: 'add', to: props, items })).detail).toBe('12 were not in');
    expect(resultMessage(undone({ kind: 'remove', from: props, items })).detail).toBe('12 already in');
  });
});

describe('progressMessage', () => {
  it('says what and how far', () => {
    const batch = planBatch({ kind: 'add', to: props, items }, context);
    expect(progressMessage({ ...batch, progress: { settled: 4, total: 12 } })).toEqual({
      text: 'Adding 12 to Props',
      detail: '4 of 12',
    });
  });
});
