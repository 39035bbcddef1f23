import type { AssetId } from '~/contract/ids';

/** What tells a file that became an asset from others: a workspace says no more of what it got. */
interface Look {
  name: string;
  /** Bytes. */
  size: number;
}

/** Files of a tab that look the same, in whichever of its sessions: which of them an asset is cannot be told. */
export function createLookAlikes() {
  const counts = new Map<string, number>();
  return {
    /** Takes note of a file before any of its look-alikes is sent. */
    found(look: Look): void {
      counts.set(keyOf(look), (counts.get(keyOf(look)) ?? 0) + 1);
    },
    isAlone: (look: Look): boolean => counts.get(keyOf(look)) === 1,
    /** Assets that files of the tab became; no other one is taken for them. */
    taken: new Set<AssetId>(),
  };
}
export type LookAlikes = ReturnType<typeof createLookAlikes>;

const keyOf = ({ name, size }: Look) => `${size} ${name}`;
