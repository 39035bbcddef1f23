import type { AssetId } from '~/contract/ids';
import type { Workspace } from '~/workspaces/workspace';
import type { AssetFilters } from '../asset-filters';
import type { AssetPage } from '../asset-queries';
import { countBefore, dateOf, firstDate, rowAtPosition } from './window-queries';

/** Halvings of the time between first and last row: from ten years down to a day. */
const STEPS = 12;
/** Rows off a position that one page makes up for. */
const CLOSE = 60;

/** A date at which reading leads to a position, in milliseconds, and the row that stands there, where it is known. */
export interface PositionDate {
  readonly position: number;
  readonly at: number;
  readonly row?: AssetId | undefined;
}

/**
 * The date of the row that stands at a position or, where the workspace does not answer so far into a search, one found
 * by counting that lies a little before it.
 */
export async function dateOfPosition(
  workspace: Workspace,
  filters: AssetFilters,
  position: number,
): Promise<PositionDate> {
  const there = await rowAtPosition(workspace, filters, position).catch(() => undefined);
  if (there) return { position, at: dateOf(filters, there), row: there.id };
  const [first, last] = await Promise.all([
    firstDate(workspace, filters, false),
    firstDate(workspace, filters, true),
  ]);
  let before = first ?? 0;
  let behind = last ?? before;
  for (let step = 0; step < STEPS; step += 1) {
    const middle = Math.round((before + behind) / 2);
    // Each count says where to look next.
    // oxlint-disable-next-line no-await-in-loop
    const rank = (await countBefore(workspace, filters, middle)) ?? 0;
    if (rank > position) behind = middle;
    else before = middle;
    if (rank <= position && rank > position - CLOSE) break;
  }
  return { position, at: before };
}

/** The date of the row that stands at a position, in milliseconds; undefined where none does, or that is not told. */
export async function dateAt(
  workspace: Workspace,
  filters: AssetFilters,
  position: number,
): Promise<number | undefined> {
  const row = await rowAtPosition(workspace, filters, position).catch(() => undefined);
  return row && dateOf(filters, row);
}

/**
 * How many rows stand before the first one of a date, whose page is being read. A row that is alone with its date stands
 * where it was found; several are told apart by nothing, so what is before them is counted, in the same time if it is
 * clear that it must be.
 */
export async function rankOfDate(
  workspace: Workspace,
  filters: AssetFilters,
  { position, at, row }: PositionDate,
  reading: Promise<AssetPage>,
): Promise<number> {
  const count = async () => (await countBefore(workspace, filters, at)) ?? 0;
  if (row === undefined) return count();
  const [first, second] = (await reading).items;
  const isAlone = first?.id === row && second !== undefined && dateOf(filters, second) !== at;
  return isAlone ? position : count();
}
