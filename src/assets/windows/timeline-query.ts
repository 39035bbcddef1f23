import { queryOptions } from '@tanstack/react-query';
import { queryKeys } from '~/api/query-keys';
import type { Workspace } from '~/workspaces/workspace';
import { type AssetFilters, canonicalFilters } from '../asset-filters';
import { calendarSteps, type DateMark } from './calendar-steps';
import { countBefore, firstDate } from './window-queries';
import { dateFieldOf } from './window-start';

/** Marks of a timeline at most, and as many again where most of the listing lies between two of them. */
const MARKS = 12;
/** Share of a listing between two marks from which on there are marks in between. */
const CROWDED = 0.4;

export interface Timeline {
  /** In the listing's order; the first and the last are its ends. */
  readonly marks: readonly DateMark[];
}

/** Where dates begin in a listing: one count each, so it is read when somebody is about to look. */
export function timelineQuery(workspace: Workspace, filters: AssetFilters, total: number) {
  const canonical = canonicalFilters(filters);
  return queryOptions({
    queryKey: queryKeys.assetTimeline(workspace.id, canonical),
    queryFn: () => readTimeline(workspace, canonical, total),
    enabled: dateFieldOf(canonical) !== undefined,
    staleTime: 5 * 60_000,
  });
}

async function readTimeline(workspace: Workspace, filters: AssetFilters, total: number): Promise<Timeline> {
  const first = await firstDate(workspace, filters, false);
  const last = await firstDate(workspace, filters, true);
  if (first === undefined || last === undefined) return { marks: [] };
  const ends = [
    { at: first, position: 0 },
    { at: last, position: total },
  ];
  const marks = await between(workspace, filters, ends);
  const crowded = marks.findIndex(
    ({ position }, at) => (marks[at + 1]?.position ?? position) - position > CROWDED * total,
  );
  const most = marks.slice(crowded, crowded + 2);
  if (crowded === -1 || most.length < 2) return { marks };
  const finer = await between(workspace, filters, most);
  return { marks: [...marks.slice(0, crowded), ...finer, ...marks.slice(crowded + 2)] };
}

/** Two marks and the calendar's steps between them. */
async function between(
  workspace: Workspace,
  filters: AssetFilters,
  ends: readonly DateMark[],
): Promise<DateMark[]> {
  const [before, behind] = ends;
  if (!before || !behind) return [...ends];
  const [from, to] = [Math.min(before.at, behind.at), Math.max(before.at, behind.at)];
  const marks: DateMark[] = [];
  for (const at of calendarSteps(from, to, MARKS)) {
    // One after the other: nobody waits for them, and others read at the same time.
    // oxlint-disable-next-line no-await-in-loop
    marks.push({ at, position: (await countBefore(workspace, filters, at)) ?? 0 });
  }
  return [before, ...marks.toSorted((a, b) => a.position - b.position), behind];
}
