import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Order } from './selected-ids';
import * as engine from './selection';

const order = (ids: readonly string[]): Order => ({
  length: ids.length,
  idAt: (index) => ids[index],
  indexOf: (id) => ids.indexOf(id),
});

const ALL = Array.from({ length: 12 }, (_, n) => `i${n}`);
const id = fc.constantFrom(...ALL);
const act = fc.record({
  act: fc.constantFrom(
    'click',
    'toggle',
    'range',
    'add range',
    'move',
    'all',
    'invert',
    'clear',
    'marquee',
    'add marquee',
    'subtract marquee',
    'sweep',
    'include',
    'take',
    'deselect',
    'flip',
  ),
  id,
  these: fc.subarray(ALL),
});
interface Step {
  act: string;
  id: string;
  these: string[];
}

/** The plainest way to say the same: an array of flags beside the items. */
function modelOf(flags: Set<string>, anchor: string | undefined, step: Step): Set<string> {
  const at = ALL.indexOf(step.id);
  const from = anchor === undefined ? at : ALL.indexOf(anchor);
  const range = ALL.filter((_, n) => n >= Math.min(at, from) && n <= Math.max(at, from));
  switch (step.act) {
    case 'click':
      return new Set([step.id]);
    case 'toggle':
      return new Set(ALL.filter((one) => flags.has(one) !== (one === step.id)));
    case 'range':
      return new Set(range);
    case 'add range':
      return new Set(ALL.filter((one) => flags.has(one) || range.includes(one)));
    case 'all':
      return new Set(ALL);
    case 'invert':
      return new Set(ALL.filter((one) => !flags.has(one)));
    case 'clear':
      return new Set();
    case 'marquee':
      return new Set(step.these);
    case 'add marquee':
    case 'include':
    case 'take':
      return new Set([...flags, ...step.these]);
    case 'subtract marquee':
    case 'deselect':
      return new Set([...flags].filter((one) => !step.these.includes(one)));
    case 'flip':
      return new Set(ALL.filter((one) => flags.has(one) !== step.these.includes(one)));
    case 'sweep': {
      const upTo = ALL.slice(0, at + 1);
      return new Set([...flags].filter((one) => !upTo.includes(one)));
    }
    default:
      return flags;
  }
}

function apply(state: engine.Selection, step: Step): engine.Selection {
  const shown = order(ALL);
  const indexes = step.these.map((one) => ALL.indexOf(one));
  switch (step.act) {
    case 'click':
      return engine.selectOne(step.id);
    case 'toggle':
      return engine.toggle(state, step.id);
    case 'range':
      return engine.selectRange(state, shown, step.id);
    case 'add range':
      return engine.addRange(state, shown, step.id);
    case 'move':
      return engine.moveFocus(state, step.id);
    case 'all':
      return engine.selectAll(state, shown);
    case 'invert':
      return engine.invert(state, shown);
    case 'marquee':
      return engine.marquee(state, shown, indexes, 'replace');
    case 'add marquee':
      return engine.marquee(state, shown, indexes, 'add');
    case 'subtract marquee':
      return engine.marquee(state, shown, indexes, 'subtract');
    case 'sweep':
      return engine.sweep(state, shown, { start: 'i0', end: step.id, select: false });
    case 'include':
      return engine.include(state, step.these);
    case 'deselect':
      return engine.deselect(state, step.these);
    case 'flip':
      return engine.take(state, new Set(step.these), true);
    case 'take':
      return engine.take(state, new Set(step.these), false);
    default:
      return engine.clear(state);
  }
}

describe('selection', () => {
  it('does what a plain model does', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (steps) => {
        let state: engine.Selection = engine.EMPTY_SELECTION;
        let model = new Set<string>();
        for (const step of steps) {
          model = modelOf(model, state.anchor, step);
          state = apply(state, step);
          expect([...state.selected].sort()).toEqual([...model].sort());
          expect(state.selected.size).toBe(model.size);
        }
      }),
    );
  });

  it('keeps the anchor while a range grows and shrinks', () => {
    const shown = order(ALL);
    let state: engine.Selection = engine.selectOne('i5');
    state = engine.selectRange(state, shown, 'i8');
    state = engine.selectRange(state, shown, 'i3');
    expect([...state.selected].sort()).toEqual(['i3', 'i4', 'i5']);
    expect(state).toMatchObject({ anchor: 'i5', focus: 'i3' });
  });

  it('finds its anchor by id after the order changed', () => {
    const state = engine.selectOne('i2');
    const sorted = order(['i9', 'i2', 'i7', 'i4']);
    expect([...engine.selectRange(state, sorted, 'i4').selected]).toEqual(['i2', 'i7', 'i4']);
  });

  it('is a click where the filter hides the anchor', () => {
    const state = engine.selectOne('i2');
    expect([...engine.selectRange(state, order(['i7', 'i8']), 'i8').selected]).toEqual(['i8']);
  });

  it('moves a lost focus to the next that is shown, else to the one before', () => {
    const before = order(['a', 'b', 'c', 'd']);
    const state = { ...engine.selectOne('c') };
    expect(engine.followOrder(state, before, order(['a', 'b', 'd']))).toMatchObject({
      focus: 'd',
      anchor: 'd',
    });
    expect(engine.followOrder(state, before, order(['a', 'b'])).focus).toBe('b');
    expect(engine.followOrder(state, before, order([]))).toBe(state);
  });

  it('leaves what an act did not deal with', () => {
    const state = engine.include(engine.selectOne('a'), ['b', 'c']);
    expect([...engine.deselect(state, ['a', 'c', 'z']).selected]).toEqual(['b']);
    expect(engine.deselect(state, ['z'])).toBe(state);
  });
});
