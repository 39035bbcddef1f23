import { beforeEach, describe, expect, it, vi } from 'vitest';
import { rememberedView, rememberView } from './place-view';

const kept = new Map<string, string>();
beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
  });
});
let entry = 0;
const asked = (place: string, search = {}) => {
  entry += 1;
  return rememberedView({ pathname: place, search, state: { __TSR_key: `entry ${entry}` } });
};

describe('the view of a place', () => {
  it('is what was chosen there, and nowhere else', () => {
    rememberView('local/assets', { layout: 'list' });
    rememberView('local/assets', { sort: 'oldest' });
    expect(asked('local/assets')).toEqual({ layout: 'list', sort: 'oldest' });
    expect(asked('local/models')).toBeUndefined();
  });

  it('is what the address says, where it says something', () => {
    rememberView('local/assets', { layout: 'list' });
    expect(asked('local/assets', { size: 120 })).toBeUndefined();
  });

  it('is the default again once that was chosen', () => {
    rememberView('local/assets', { layout: 'list', size: 300 });
    rememberView('local/assets', { layout: undefined });
    expect(asked('local/assets')).toEqual({ size: 300 });
    rememberView('local/assets', { size: undefined });
    expect(asked('local/assets')).toBeUndefined();
  });

  it('is left alone where Back returns to', () => {
    const visit = { pathname: 'local/assets', search: {}, state: { __TSR_key: 'left as it was' } };
    expect(rememberedView(visit)).toBeUndefined();
    rememberView('local/assets', { layout: 'list' });
    expect(rememberedView(visit)).toBeUndefined();
  });

  it('survives what others left in the storage', () => {
    kept.set('vitrine.views', '{"not": "ours"');
    expect(asked('local/assets')).toBeUndefined();
  });
});
