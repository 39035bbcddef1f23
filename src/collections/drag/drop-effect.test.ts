import { describe, expect, it } from 'vitest';
import { NO_CHANGES } from '~/batches/pending-changes';
import { summarizeAsset } from '~/api/asset-summary';
import { buildAsset, buildCollection } from '~/testing/builders';
import { dropEffect, idleText } from './drop-effect';

const props = buildCollection({ name: 'Props' });
const street = buildCollection({ name: 'Street' });
const free = summarizeAsset(buildAsset({ name: 'Free' }));
const inProps = summarizeAsset(buildAsset({ name: 'In Props', collectionIds: [props.id] }));
const foreign = { ...summarizeAsset(buildAsset({ name: 'Foreign' })), ownerId: 'proj_other' };
const drag = (assets: (typeof free)[], from?: typeof props) => ({ items: { assets, models: [] }, from });

describe('dropEffect', () => {
  it.each([
    ['all of it', drag([free]), false, '+1', 'changes'],
    ['what is not in yet', drag([free, inProps]), false, '+1 · 1 already in', 'changes'],
    ['nothing', drag([inProps]), false, 'already here', 'already'],
    ['back where it is shown', drag([inProps], props), true, 'already here', 'already'],
    ['a copy out of another', drag([free], street), false, '+1', 'changes'],
    ['a move out of another', drag([free, inProps], street), true, 'Move 2', 'changes'],
    ['a move of what is in both', drag([inProps], street), true, 'Move 1', 'changes'],
    ['no move from where there is nothing to leave', drag([free]), true, '+1', 'changes'],
    ['one of another team', drag([foreign]), false, 'belongs to another team', 'refused'],
    [
      'some of another team',
      drag([free, inProps, foreign]),
      false,
      '+1 · 1 already in · 1 belongs to another team',
      'changes',
    ],
  ] as const)('says %s', (_name, dragged, wantsMove, text, outcome) => {
    expect(dropEffect(dragged, props, wantsMove, NO_CHANGES)).toMatchObject({ text, outcome });
  });

  it('keeps quiet about owners that are named in different manners', () => {
    const old = { ...free, ownerId: 'team_old' };
    expect(dropEffect(drag([old]), props, false, NO_CHANGES).text).toBe('+1');
  });

  it('tells what a drop found nothing to do for', () => {
    expect(idleText({ assets: [inProps], models: [] }, props)).toBe('Already in Props');
    expect(idleText({ assets: [inProps, free], models: [] }, props)).toBe('All 2 are already in Props');
  });
});
