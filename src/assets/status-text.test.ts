import { describe, expect, it } from 'vitest';
import { shownText, statusText } from './status-text';

describe('status line', () => {
  it.each([
    [312, true, 4812, '312 shown of 4,812'],
    [312, true, null, '312 shown, more to come'],
    [312, true, 300, '312 shown, more to come'],
    [312, false, 4812, '312 assets'],
    [1, false, 1, '1 asset'],
  ])('%i shown, more: %s, of %s', (shown, hasMore, total, text) => {
    expect(shownText(shown, hasMore, total)).toBe(text);
  });

  const none = { hidden: 0, isFiltered: true, elsewhere: 0 };
  it.each([
    [{ count: 0, sum: 0, unknown: 0 }, none, '5 assets'],
    [{ count: 87, sum: 214_000_000, unknown: 0 }, none, '5 assets · 87 selected, 214 MB'],
    [{ count: 87, sum: 214_000_000, unknown: 2 }, none, '5 assets · 87 selected, at least 214 MB'],
    [
      { count: 3, sum: 0, unknown: 3 },
      { ...none, hidden: 2 },
      '5 assets · 3 selected · 2 hidden by the filter',
    ],
    [
      { count: 3, sum: 0, unknown: 3 },
      { ...none, hidden: 2, isFiltered: false },
      '5 assets · 3 selected · 2 no longer here',
    ],
    [
      { count: 3, sum: 0, unknown: 3 },
      { ...none, elsewhere: 1 },
      '5 assets · 3 selected · 1 not shown so far',
    ],
  ])('%o', (selected, unseen, text) => {
    expect(statusText('5 assets', selected, unseen)).toBe(text);
  });
});
