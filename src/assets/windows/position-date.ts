import type { Workspace } from '~/workspaces/workspace';
import type { AssetFilters } from '../asset-filters';
import { countBefore, dateAtPosition, firstDate } from './window-queries';

/** Halvings of the time between first and last row: from ten years down to a day. */
const STEPS = 12;
/** Rows off a position that one page makes up for. */
const CLOSE = 60;

/**
 * A date at which reading leads to a position: that of the row that stands there, or, where the workspace does not
 * answer so far into a search, one found by counting that lies a little before it.
 */
export async function dateOfPosition(
  workspace: Workspace,
  filters: AssetFilters,
  position: number,
): Promise<number> {
  const there = await dateAtPosition(workspace, filters, position).catch(() => undefined);
  if (there !== undefined) return there;
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
  return before;
}
