import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarSteps, dateBetween, dateText } from './calendar-steps';

const day = (text: string) => new Date(`${text}T00:00:00`).getTime();
const DAY = 86_400_000;

describe('calendar steps', () => {
  it('are years over decades, months over a year, days over a week', () => {
    const names = (from: string, to: string) =>
      calendarSteps(day(from), day(to), 12).map((at) => new Date(at).toDateString().slice(4));
    expect(names('2015-03-01', '2026-02-01').slice(0, 2)).toEqual(['Jan 01 2016', 'Jan 01 2017']);
    expect(names('2025-03-15', '2025-07-01')).toEqual(['Apr 01 2025', 'May 01 2025', 'Jun 01 2025']);
    expect(names('2025-03-15', '2025-03-18')).toEqual(expect.arrayContaining(['Mar 16 2025', 'Mar 17 2025']));
  });

  it('lie between the two, in order, and are never too many', () => {
    const moment = fc.integer({ min: day('1990-01-01'), max: day('2030-01-01') });
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 40 * 365 * DAY }), (from, span) => {
        const steps = calendarSteps(from, from + span, 16);
        expect(steps.length).toBeLessThanOrEqual(16);
        expect(steps).toEqual(steps.filter((at) => at > from && at < from + span).toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('dates of positions', () => {
  it('lie between those of the marks around', () => {
    const marks = [
      { at: 1000, position: 0 },
      { at: 500, position: 10 },
      { at: 0, position: 110 },
    ];
    expect([0, 5, 10, 60, 110, 500].map((at) => dateBetween(marks, at))).toEqual([1000, 750, 500, 250, 0, 0]);
    expect(dateBetween([], 3)).toBeUndefined();
  });

  it('are told as finely as the listing is long', () => {
    const at = day('2025-03-15');
    expect(dateText(at, 5000 * DAY, 'mark')).toBe('2025');
    expect(dateText(at, 5000 * DAY, 'long')).toBe('March 2025');
    expect(dateText(at, 400 * DAY, 'mark')).toBe('Mar 2025');
    expect(dateText(at, 30 * DAY, 'long')).toContain('15');
    expect(dateText(at, DAY, 'mark')).toContain(':');
  });
});
