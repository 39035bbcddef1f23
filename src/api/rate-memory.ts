import type { RateMemory, RateRecord } from './request-rate';

/** Keeps the record in this tab alone. */
export function rateOfTab(): RateMemory {
  let kept: RateRecord = { until: 0, refusedAt: 0, times: [] };
  return { read: () => kept, write: (record) => void (kept = record) };
}

/** Keeps the record in this browser, where all tabs find it; where storage is refused, in this tab alone. */
export function storedRate(name: string): RateMemory {
  const key = `vitrine.rate.${name}`;
  const ofTab = rateOfTab();
  return {
    read: () => {
      const text = stored(key);
      if (text === undefined) return ofTab.read();
      const [until = 0, refusedAt = 0, ...times] = text.split(' ').map(Number).filter(Number.isFinite);
      return { until, refusedAt, times };
    },
    write: (record) => {
      ofTab.write(record);
      try {
        localStorage.setItem(key, [record.until, record.refusedAt, ...record.times].join(' '));
      } catch {
        // Storage is switched off or full.
      }
    },
  };
}

function stored(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}
