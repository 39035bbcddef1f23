import type { AssetSummary } from '~/api/asset-summary';
import { getAssetsInBulk } from '~/api/assets';
import type { AssetId } from '~/contract/ids';
import { LIMITS } from '~/contract/limits';
import type { Workspace } from '~/workspaces/workspace';

interface Wish {
  resolve: (asset: AssetSummary | undefined) => void;
  reject: (reason: unknown) => void;
}

/** Milliseconds in which the tiles of one view have asked for theirs. */
const MOMENT = 30;

const waiting = new WeakMap<Workspace, Map<AssetId, Wish[]>>();

/** One asset; those asked for in the same moment are one request. Undefined where there is none of this id. */
export function readInBulk(workspace: Workspace, id: AssetId): Promise<AssetSummary | undefined> {
  let wishes = waiting.get(workspace);
  if (!wishes) {
    waiting.set(workspace, (wishes = new Map<AssetId, Wish[]>()));
    setTimeout(() => void readWaiting(workspace), MOMENT);
  }
  const those = wishes.get(id) ?? [];
  wishes.set(id, those);
  return new Promise((resolve, reject) => those.push({ resolve, reject }));
}

async function readWaiting(workspace: Workspace): Promise<void> {
  const wishes = [...(waiting.get(workspace) ?? [])];
  waiting.delete(workspace);
  const most = LIMITS.idsPerBulkRead;
  const parts = Array.from({ length: Math.ceil(wishes.length / most) }, (_, n) =>
    wishes.slice(n * most, (n + 1) * most),
  );
  await Promise.all(parts.map(async (part) => answer(workspace, part)));
}

async function answer({ client }: Workspace, wishes: readonly (readonly [AssetId, Wish[]])[]): Promise<void> {
  try {
    const assets = await getAssetsInBulk(
      client,
      wishes.map(([id]) => id),
    );
    const found = new Map(assets.map((asset) => [asset.id, asset]));
    for (const [id, those] of wishes) for (const { resolve } of those) resolve(found.get(id));
  } catch (thrown) {
    for (const [, those] of wishes) for (const { reject } of those) reject(thrown);
  }
}
