import type { AssetPage } from '../asset-queries';

/** A page of the listing for the grid; `key`, `gap`, `shapes` and `breaks` as in `SequencePart`. */
export interface ListedPage {
  readonly key: number;
  readonly page: AssetPage | undefined;
  readonly shapes: Float32Array | undefined;
  readonly gap: number;
  readonly breaks: boolean;
  /** Read against the order: its `next` leads upwards. */
  readonly up: boolean;
}

export interface WindowsSnapshot {
  readonly pages: readonly ListedPage[];
  /** Whether more comes behind the last of these pages; undefined where there are none. */
  readonly hasMore: boolean | undefined;
  /** Reads again what failed. */
  readonly retry: (() => void) | undefined;
}

/** The listing from its start, as the place reads it. */
export interface ListingHead {
  readonly pages: readonly AssetPage[];
  readonly hasMore: boolean;
  /** Undefined while a page is being read, and after one failed: then the person decides. */
  readonly readMore: (() => void) | undefined;
}
