import type { Workspace } from '~/workspaces/workspace';

/** Milliseconds in which an address that was just given is not asked for again. */
const FRESH_MS = 60_000;

/** Notes that an item of a workspace is read now; true where that was so a moment ago already. */
export function createReadLately(): (workspace: Workspace, id: string) => boolean {
  const times = new WeakMap<Workspace, Map<string, number>>();
  return (workspace, id) => {
    const known = times.get(workspace) ?? new Map<string, number>();
    times.set(workspace, known);
    if (Date.now() - (known.get(id) ?? 0) < FRESH_MS) return true;
    known.set(id, Date.now());
    return false;
  };
}
