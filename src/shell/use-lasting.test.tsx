import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Batch } from '~/batches/batch';
import { useLasting } from './use-lasting';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it.each([0, 1, 5000])(
  'a batch has its line after a while, also where the clock is put back by %s ms',
  (ms) => {
    const batch = { id: 'one', createdAt: Date.now() } as Batch;
    const { result } = renderHook(() => useLasting([batch]));
    expect(result.current).toEqual([]);
    vi.setSystemTime(Date.now() - ms);
    act(() => void vi.advanceTimersByTime(400));
    expect(result.current).toEqual([batch]);
  },
);
