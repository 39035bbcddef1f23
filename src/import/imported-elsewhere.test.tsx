import { describe, expect, it, vi } from 'vitest';
import type { CollectionId } from '~/contract/ids';
import { hearImported, tellImported } from './imported-elsewhere';

describe('news of imports in other tabs', () => {
  it('reach the tabs of the same workspace, whatever else is in storage', () => {
    const heard = vi.fn<(ids: readonly CollectionId[]) => void>();
    hearImported('local', heard);
    tellImported('local', ['c1' as CollectionId]);
    const newValue = localStorage.getItem('vitrine.imported.local');
    const sent = (init: StorageEventInit) => window.dispatchEvent(new StorageEvent('storage', init));
    sent({ key: 'vitrine.imported.local', newValue });
    sent({ key: 'vitrine.imported.other', newValue });
    sent({ key: 'vitrine.imported.local', newValue: 'no json' });
    sent({ key: 'vitrine.imported.local', newValue: null });
    expect(heard.mock.calls).toEqual([[['c1']]]);
  });
});
