import { LIMITS } from '~/contract/limits';
import type { Workspace } from '~/workspaces/workspace';

interface Wish<T> {
  resolve: (record: T | undefined) => void;
  reject: (reason: unknown) => void;
}

/** Milliseconds in which the tiles of one view have asked for theirs. */
const MOMENT = 30;

/** Reads records one by one for whoever asks; those asked for in the same moment are one request. */
export function bulkReader<Id extends string, T extends { id: Id }>(
  read: (workspace: Workspace, ids: readonly Id[]) => Promise<readonly T[]>,
): (workspace: Workspace, id: Id) => Promise<T | undefined> {
  const waiting = new WeakMap<Workspace, Map<Id, Wish<T>[]>>();

  async function readWaiting(workspace: Workspace): Promise<void> {
    const wishes = [...(waiting.get(workspace) ?? [])];
    waiting.delete(workspace);
    const most = LIMITS.idsPerBulkRead;
    const parts = Array.from({ length: Math.ceil(wishes.length / most) }, (_, n) =>
      wishes.slice(n * most, (n + 1) * most),
    );
    await Promise.all(parts.map(async (part) => answer(workspace, part)));
  }

  async function answer(
    workspace: Workspace,
    wishes: readonly (readonly [Id, readonly Wish<T>[]])[],
  ): Promise<void> {
    try {
      const records = await read(
        workspace,
        wishes.map(([id]) => id),
      );
      const found = new Map(records.map((record) => [record.id, record]));
      for (const [id, those] of wishes) for (const { resolve } of those) resolve(found.get(id));
    } catch (thrown) {
      for (const [, those] of wishes) for (const { reject } of those) reject(thrown);
    }
  }

  return (workspace, id) => {
    let wishes = waiting.get(workspace);
    if (!wishes) {
      waiting.set(workspace, (wishes = new Map<Id, Wish<T>[]>()));
      setTimeout(() => void readWaiting(workspace), MOMENT);
    }
    const those = wishes.get(id) ?? [];
    wishes.set(id, those);
    return new Promise((resolve, reject) => those.push({ resolve, reject }));
  };
}
