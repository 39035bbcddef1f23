import { describe, expect, it } from 'vitest';
import { summarizeAsset } from '~/api/asset-summary';
import type { CollectionId } from '~/contract/ids';
import { buildAsset, buildCollection } from '~/testing/builders';
import type { Batch } from './batch';
import { reduceBatch } from './batch-event';
import { marksOfBatches } from './marks-of-batches';
import { indexChanges } from './pending-changes';
import { planBatch } from './plan';

const props = { id: 'props' as CollectionId, name: 'Props' };
const assets = [1, 2, 3].map(() => summarizeAsset(buildAsset({ collectionIds: [] })));
const [one = '', two = '', three = '']: readonly string[] = assets.map(({ id }) => id);
let batchNumber = 0;

function adding(): Batch {
  batchNumber += 1;
  const context = { id: `batch_${batchNumber}`, workspaceId: 'w', now: batchNumber };
  const changes = indexChanges([]);
  return planBatch({ kind: 'add', to: props, items: { assets, models: [] } }, { ...context, changes });
}

function marks(...batches: Batch[]) {
  const markOf = marksOfBatches(batches, indexChanges(batches.flatMap(({ pending }) => pending)));
  return [one, two, three].map((id) => markOf(id)?.text);
}

const refused = { type: 'failed', reason: 'forbidden', message: '', at: 1 } as const;
const done = { type: 'done', at: 1 } as const;

describe('marksOfBatches', () => {
  it('marks what waits and what was refused, and nothing that is done', () => {
    const begun = reduceBatch(adding(), { ...done, ids: [one] });
    expect(marks(begun)).toEqual([undefined, 'not confirmed yet', 'not confirmed yet']);
    const partly = reduceBatch(begun, { ...refused, ids: [two] });
    expect(marks(partly)).toEqual([undefined, 'not added: belongs to another team', 'not confirmed yet']);
  });

  it('keeps a refusal until it is dismissed, or something else was done with the item', () => {
    const failed = reduceBatch(adding(), { ...refused, ids: [one, two] });
    const ended = reduceBatch(failed, { ...done, ids: [three] });
    const text = 'not added: belongs to another team';
    expect(marks(ended)).toEqual([text, text, undefined]);
    const later = reduceBatch(adding(), { ...done, ids: [one, two, three] });
    expect(marks(reduceBatch(failed, { ...done, ids: [three] }), later)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(marks(reduceBatch(ended, { type: 'dismissed', at: 2 }))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('marks the collection too, with what of it was refused', () => {
    const markOf = (...batches: Batch[]) =>
      marksOfBatches(batches, indexChanges(batches.flatMap(({ pending }) => pending)))(props.id)?.text;
    const refusedOne = reduceBatch(adding(), { ...refused, ids: [one] });
    expect(markOf(refusedOne)).toBe('not confirmed yet');
    const ended = reduceBatch(refusedOne, { ...done, ids: [two, three] });
    expect(markOf(ended)).toBe('some not added: belongs to another team');
    const later = reduceBatch(adding(), { ...done, ids: [one, two, three] });
    expect(markOf(ended, later)).toBeUndefined();
    const collection = buildCollection({ id: props.id, name: 'Props' });
    const context = { id: 'rename', workspaceId: 'w', now: 9, changes: indexChanges([]) };
    const renaming = planBatch({ kind: 'rename', collection, name: 'Set pieces' }, context);
    expect(markOf(renaming)).toBe('not confirmed yet');
    const failed = reduceBatch(renaming, { ...refused, reason: 'unreachable', ids: [] });
    expect(markOf(failed)).toBe('not renamed: the workspace did not answer');
    expect(markOf(reduceBatch(failed, { type: 'dismissed', at: 2 }))).toBeUndefined();
  });

  it('gives the same object for the same mark, so that no cell is drawn again for nothing', () => {
    const batch = reduceBatch(adding(), { ...refused, ids: [one] });
    const again = reduceBatch(adding(), { ...refused, ids: [one] });
    const changes = indexChanges([]);
    expect(marksOfBatches([batch], changes)(one)).toBe(marksOfBatches([again], changes)(one));
  });
});
