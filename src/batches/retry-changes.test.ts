import { describe, expect, it } from 'vitest';
import { summarizeAsset } from '~/api/asset-summary';
import { buildAsset, buildCollection } from '~/testing/builders';
import type { ActIntent, Batch } from './batch';
import type { Change } from './change';
import { newBatch } from './plan';
import { retryChanges } from './retry-changes';

const props = buildCollection({ name: 'Props' });
const hero = buildCollection({ name: 'Hero' });
const assets = Array.from({ length: 4 }, () => summarizeAsset(buildAsset({ collectionIds: [props.id] })));
const move: ActIntent = { kind: 'move', from: props, to: hero, items: { assets, models: [] } };
const add: Change = { kind: 'add', collectionId: hero.id, assets, models: [] };
const leave: Change = { ...add, kind: 'remove', collectionId: props.id, onlyIfIn: hero.id };

function failed(changes: readonly Change[]): Batch {
  const batch = newBatch(move, [], { id: 'b', workspaceId: 'w', now: 0 });
  return { ...batch, failures: changes.map((change) => ({ change, reason: 'unreachable', message: '' })) };
}

describe('trying a move again', () => {
  it('takes the removal of what could not be added along', () => {
    expect(retryChanges(failed([add]))).toEqual([add, leave]);
  });

  it('leaves it at one removal where that has failed too', () => {
    expect(retryChanges(failed([add, leave]))).toEqual([add, leave]);
    const some = { ...leave, assets: assets.slice(0, 1) };
    expect(retryChanges(failed([add, some]))).toEqual([add, some, { ...leave, assets: assets.slice(1) }]);
  });
});
